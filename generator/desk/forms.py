"""One form from opening to saving: what it shows, what would change, what the door says, what is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from flask import abort

from generator.amending.drafts import WAS, Differences, acted, of_form, of_value
from generator.amending.held import changed_lines, difference, digest_of
from generator.amending.names import divide
from generator.amending.pen import CannotWrite, Edit, Removal, Sorting, changed
from generator.amending.said import at, known_of
from generator.amending.save import Refused, Stale, grown
from generator.desk import labels, photos, standin
from generator.desk.fields import by_path, fields, title_of
from generator.desk.pages import CONSENT, PEOPLE, entry_kind, place_of, trail
from generator.desk.standing import gathered
from generator.disclosure import CHANNEL_NAMES
from generator.problems import Text
from generator.reading.folder import ORGANISATION, ROUND, WINNERS
from generator.reading.record import record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from werkzeug.datastructures import FileStorage, MultiDict

    from generator.amending.drafts import Draft
    from generator.amending.hand import Value
    from generator.amending.held import Held, Opened
    from generator.amending.pen import Change
    from generator.desk.pages import Page
    from generator.desk.viewer import Viewer
    from generator.problems import Problem
    from generator.reading import schema

    View = dict[str, Any]

_ACTION = re.compile(r"(add|remove|up|down|photo|divide):([\w.\u0e00-\u0e7f-]*)")


class _Spot(NamedTuple):
    """A page of a year, and which entry of its list."""

    page: Page
    year: int
    entry: int | None

    @property
    def path(self) -> str:
        return "" if self.entry is None else f"{self.page.listed}.{self.entry}."

    @property
    def group(self) -> type[schema.Written]:
        return self.page.kind if self.entry is None else entry_kind(self.page)

    @property
    def keys(self) -> tuple[str, ...]:
        return self.page.keys if self.entry is None else tuple(self.group.model_fields)


class Forms:
    """The forms of one project."""

    SAVED: Final = 303

    def __init__(self, held: Held, viewer: Callable[[], Viewer]) -> None:
        """Open nothing yet."""
        self._held, self._viewer = held, viewer

    def shown(self, page: Page, year: int, entry: int | None, *, saved: str = "") -> tuple[View, int]:
        """Return a form as the file fills it, with what the door says of it."""
        spot, opened = _Spot(page, year, entry), self._held.take(page.file(year))
        if opened.problems:
            return self._view(spot, opened, {}, (), broken=True), 200
        if entry is not None and (not page.listed or entry > len(_entries(opened, page))):
            abort(404)
        draft = of_value(spot.group, _at(opened.said, spot))
        looks = self._viewer().looks(year, page.word, _id_of(spot, _at(opened.said, spot)))
        if entry is not None and entry == len(_entries(opened, page)):
            return {**self._view(spot, opened, draft, ()), "looks": looks}, 200
        view = {**self._view(spot, opened, draft, self._said_of(spot, opened)), "looks": looks}
        return {**view, "saved": bool(saved) and self._held.may_undo}, 200

    def posted(
        self, page: Page, year: int, entry: int | None, form: MultiDict[str, str], upload: FileStorage | None
    ) -> tuple[View, int]:
        """Return what comes of a form that was sent: what would change, or that it is saved, or why not."""
        spot = _Spot(page, year, entry)
        opened = self._held.remembered(page.file(year), form.get("digest", ""))
        if opened.problems:
            return self._view(spot, opened, {}, (), broken=True), 200
        draft, notes = of_form(spot.group, form.getlist, spot.path), list["Text"]()
        action = _ACTION.fullmatch(form.get("do", ""))
        if action and action[1] == "photo":
            notes = photos.taken(self._held, year, draft, upload)
        elif action and action[1] == "divide":
            draft["name"] = _divided(draft.get("name"), form.get("whole", ""))
        elif page.word == PEOPLE and photos.focused(self._held, year, draft, form):
            return self._view(spot, opened, draft, self._said_of(spot, opened)), 200
        elif action and not self._of_page(spot, action[2]):
            draft = acted(draft, action[1], action[2].removeprefix(spot.path))
        if action and not self._of_page(spot, action[2]):
            return self._view(spot, opened, draft, self._said_of(spot, opened), notes=notes), 200
        sure = form.get("shown", "") if form.get("do") == "save" else ""
        ordered = action[0] if action else form.get("op", "") if sure else ""
        try:
            changes = list(self._changes(spot, opened, draft, ordered))
            after = changed(opened.text, *changes)
        except CannotWrite:
            return self._view(spot, opened, draft, (), notes=[labels.PEN_CANNOT]), 422
        shown = self._viewer().keep(opened.name, after)
        looks = self._viewer().looks(year, page.word, _id_of(spot, draft), shown) if not sure else []
        view = {**self._view(spot, opened, draft, ()), "looks": looks}
        return self._tried(
            spot, opened, after, changes, {**view, "op": ordered}, is_sure=sure == digest_of(after.encode())
        )

    def _tried(
        self, spot: _Spot, opened: Opened, after: str, changes: list[Change], view: View, *, is_sure: bool
    ) -> tuple[View, int]:
        """Return what would change or, where just that was seen and agreed to, what came of writing it."""
        lines = difference(opened.text, after)
        if not lines:
            return {**view, "notes": [labels.UNCHANGED]}, 200
        found = record_of(after, opened.name, spot.page.kind)[1]
        worse = grown(record_of(opened.text, opened.name, spot.page.kind)[1] if opened.raw else (), found)
        worse = worse or ([] if is_sure else self._held.worse(opened.name, after))
        if not worse and is_sure:
            try:
                self._held.put(opened, after)
            except Refused as refused:
                worse = list(refused.problems)
            except OSError:
                return {**view, "notes": [labels.NOT_WRITTEN]}, 507
            except Stale as stale:
                now = stale.now.decode("utf-8", "replace")
                return {**view, "theirs": difference(opened.text, now), "yours": lines}, 409
            else:
                return {}, self.SAVED
        if worse:
            return {**view, **self._faults(spot, opened, view, worse)}, 422
        shown = digest_of(after.encode())
        told = [] if view["op"] else _told(opened, changes)
        return {**view, "told": told, "lines": lines, "count": labels.lines(changed_lines(lines)), "shown": shown}, 200

    def _faults(self, spot: _Spot, opened: Opened, view: View, problems: list[Problem]) -> View:
        draft = view["draft"]
        return {**self._view(spot, opened, draft, problems), "looks": view["looks"], "refused": True}

    def _of_page(self, spot: _Spot, name: str) -> bool:
        """Return whether an action is about the page's own list, each entry of which has its own page."""
        return bool(spot.page.listed) and spot.entry is None and name.startswith(f"{spot.page.listed}.")

    def _changes(self, spot: _Spot, opened: Opened, draft: Draft, ordered: str) -> Iterable[Change]:
        if ordered:
            return _ordered(spot.page.listed, ordered, len(_entries(opened, spot.page)))
        differences = Differences(self._known(spot.year))
        if spot.entry is None:
            return differences.of(spot.page.kind, opened.said, draft, keys=spot.page.keys)
        listed = spot.page.listed
        entries: list[Value] = [
            {WAS: str(n), **of_value(spot.group, each)} for n, each in enumerate(_entries(opened, spot.page))
        ]
        if spot.entry < len(entries):
            draft[WAS] = str(spot.entry)
        entries[spot.entry : spot.entry + 1] = [draft]
        return differences.of(spot.page.kind, opened.said, {listed: entries}, keys=(listed,))

    def _said_of(self, spot: _Spot, opened: Opened) -> list[Problem]:
        """Return what the door, which reads all records, says about what a page shows."""
        found = self._held.read()[1] if opened.raw else ()
        here = (spot.page.word, spot.entry)
        return [each for each in found if each.file == opened.name and place_of(each.file, each.field) == here]

    def _view(
        self,
        spot: _Spot,
        opened: Opened,
        draft: Draft,
        problems: Iterable[Problem],
        *,
        notes: Iterable[Text] = (),
        broken: bool = False,
    ) -> View:
        listed, known = list(problems), self._known(spot.year)
        wrong = by_path((each for each in listed if not each.warning), opened.name)
        shown = fields(spot.group, draft, spot.path, wrong, known, spot.keys) if not broken else []
        entries = _entries(opened, spot.page) if spot.entry is None else []
        return {
            "page": spot.page,
            "entry": spot.entry,
            "path": spot.path,
            "digest": opened.digest,
            "draft": draft,
            "fields": shown,
            "entries": [title_of(each) if isinstance(each, dict) else "" for each in entries],
            "people": _consents(entries) if spot.page.word == CONSENT else [],
            "title": title_of(draft) if spot.entry is not None else spot.page.title,
            "top": gathered([each for each in listed if not each.warning], spot.year),
            "photo": photos.shown(self._held, spot.year, draft) if spot.page.word == PEOPLE and draft else None,
            "with_photo": spot.page.word == PEOPLE and spot.entry is not None,
            "notes": list(notes),
            "broken": broken,
            "problems": [(each.line, each.message, each.fix) for each in opened.problems],
            "text": opened.text if broken else "",
        }

    def _known(self, year: int) -> dict[str, dict[str, str]]:
        """Return the keys that records define and others speak of, with their names."""
        office = self._held.take(f"{WINNERS}/{ORGANISATION}").said
        rules = self._held.take(f"{WINNERS}/{year}/{ROUND}").said
        return {name: words for name, words in known_of(office, rules).items() if words}


def _entries(opened: Opened, page: Page) -> list[Value]:
    listed = "winners" if page.word == CONSENT else page.listed
    found = opened.said.get(listed) if isinstance(opened.said, dict) else None
    return found if isinstance(found, list) else []


def _told(opened: Opened, changes: Iterable[Change]) -> list[dict[str, Text | str]]:
    """Return what would change, field by field, in the words of the form."""
    found = list[dict[str, Text | str]]()
    for change in changes:
        if isinstance(change, Sorting):
            continue
        new = change.value if isinstance(change, Edit) else None
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in change.loc).removeprefix(".")
        title = labels.joined(*trail(opened.name, path), between=" · ")
        found.append({"title": title, "old": _short(at(opened.said, change.loc)), "new": _short(new)})
    return found


def _short(value: Value) -> str:
    """Return a value as it is said in a line."""
    if isinstance(value, dict):
        return " ".join(filter(None, map(_short, value.values())))
    if isinstance(value, list):
        return ", ".join(map(_short, value))
    return value or ""


def _divided(name: Value, whole: str) -> Value:
    """Return a name in its parts as a whole one says, with what else was told of it."""
    parts = divide(whole) if whole.strip() else None
    if parts is None:
        return name
    said = {"title": parts.title, "first": parts.first, "last": parts.last}
    return {**(name if isinstance(name, dict) else {}), **said}


def _id_of(spot: _Spot, person: Value) -> str:
    """Return the id of the person whose page this is, or the one that stands in for it."""
    if spot.page.word != PEOPLE or spot.entry is None or not isinstance(person, dict):
        return ""
    return str(person.get("id") or "") or standin.person_id(spot.entry)


def _at(said: Value, spot: _Spot) -> Value:
    if spot.entry is None:
        return said
    found = said.get(spot.page.listed) if isinstance(said, dict) else None
    return found[spot.entry] if isinstance(found, list) and spot.entry < len(found) else None


def _ordered(listed: str, ordered: str, many: int) -> list[Change]:
    """Return the change that a button beside an entry of the page's list asks for."""
    action = _ACTION.fullmatch(ordered)
    number = action[2].rpartition(".")[2] if action else ""
    at = int(number) if number.isascii() and number.isdigit() else many
    if action is None or at >= many:
        return []
    if action[1] == "remove":
        return [Removal((listed, at))]
    other = at - 1 if action[1] == "up" else at + 1
    if not 0 <= other < many:
        return []
    order = list(range(many))
    order[at], order[other] = order[other], order[at]
    return [Sorting((listed,), order)]


def _consents(entries: list[Value]) -> list[dict[str, Text | str]]:
    """Return of each person what is agreed, in plain words."""
    words: dict[str, str] = dict(CHANNEL_NAMES)
    found = list[dict[str, "Text | str"]]()
    for each in entries:
        said = each if isinstance(each, dict) else {}
        photo = said.get("photo")
        consent = photo.get("consent") if isinstance(photo, dict) else None
        channels = consent.get("channels") if isinstance(consent, dict) else None
        named = [words.get(str(one), str(one)) for one in channels] if isinstance(channels, list) else []
        state: Text | str = " · ".join(named) or labels.CONSENT_NONE
        if isinstance(consent, dict) and consent.get("withdrawn"):
            state = labels.joined(labels.CONSENT_BACK, str(consent["withdrawn"]))
        if said.get("name_suppressed"):
            state = labels.HIDDEN
        found.append({"title": title_of(said) or labels.NAMELESS, "state": state})
    return found
