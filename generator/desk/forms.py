"""One form from opening to saving: what it shows, what would change, what the door says, what is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from flask import abort

from generator.amending.begin import STEPS
from generator.amending.changes import CannotWrite, Edit, Removal, Sorting
from generator.amending.drafts import WAS, Differences, acted, of_form, of_value
from generator.amending.held import changed_lines, difference, digest_of
from generator.amending.names import divide
from generator.amending.pen import changed
from generator.amending.said import at, known_of
from generator.amending.save import Refused, Stale, grown
from generator.desk import krut, labels, past, photos, proofs, seal
from generator.desk.colours import with_picks
from generator.desk.fields import by_path, fields, title_of
from generator.desk.pages import CONSENT, PEOPLE, place_of, trail
from generator.desk.spot import Spot
from generator.desk.standing import gathered
from generator.desk.unsaved import Drafts
from generator.disclosure import CHANNEL_NAMES
from generator.problems import Text
from generator.reading.folder import ORGANISATION, ROUND, WINNERS
from generator.reading.record import record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from werkzeug.datastructures import FileStorage, MultiDict

    from generator.amending.changes import Change
    from generator.amending.drafts import Draft
    from generator.amending.hand import Value
    from generator.amending.held import Held, Opened
    from generator.desk.pages import Page
    from generator.desk.viewer import Viewer
    from generator.problems import Problem

    View = dict[str, Any]

_ACTION = re.compile(r"(add|remove|up|down|photo|divide|seal|krut|swatch|past):([\w.\u0e00-\u0e7f-]*)")

KEEP: Final = "keep"
"""Said by the page itself while somebody types: what is typed is kept, and nothing is shown."""


class Forms:
    """The forms of one project."""

    SAVED: Final = 303
    LEFT: Final = 302
    KEPT: Final = 204

    def __init__(self, held: Held, viewer: Callable[[], Viewer]) -> None:
        """Open nothing yet."""
        self._held, self._viewer = held, viewer
        self.drafts = Drafts(held, self._known)

    def shown(self, page: Page, year: int, entry: int | None, *, saved: str = "") -> tuple[View, int]:
        """Return a form as the file fills it, with what the door says of it."""
        spot, opened = Spot(page, year, entry), self._held.take(page.file(year))
        if opened.problems:
            return self._view(spot, opened, {}, (), broken=True), 200
        if entry is not None and (not page.listed or entry > len(spot.entries(opened))):
            abort(404)
        draft = of_value(spot.group, spot.written(opened))
        offered = self.drafts.offered(spot, opened)
        looks = self._viewer().looks(year, page.word, spot.person(spot.written(opened)))
        if entry is not None and entry == len(spot.entries(opened)):
            return {**self._view(spot, opened, draft, ()), "looks": looks, "drafts": offered}, 200
        view = {**self._view(spot, opened, draft, self._said_of(spot, opened)), "looks": looks, "drafts": offered}
        return {**view, "saved": bool(saved) and self._held.may_undo}, 200

    def posted(
        self, page: Page, year: int, entry: int | None, form: MultiDict[str, str], upload: FileStorage | None
    ) -> tuple[View, int]:
        """Return what comes of a form that was sent: what would change, or that it is saved, or why not."""
        spot, do = Spot(page, year, entry), form.get("do", "")
        drawn, _, name = do.partition(":")
        if drawn in {"take", "drop"}:
            return self._drawn(spot, name, take=drawn == "take")
        opened = self._held.remembered(page.file(year), form.get("digest", ""))
        if opened.problems:
            return self._view(spot, opened, {}, (), broken=True), 200
        draft = of_form(spot.group, with_picks(form), spot.path)
        sure = form.get("shown", "") if do == "save" else ""
        action = _ACTION.fullmatch(do)
        ordered = do if action and _is_of_page(spot, action[2]) else form.get("op", "") if sure else ""
        notes = self._acted(spot, draft, form, upload) if not ordered else None
        if not ordered:
            self.drafts.keep(spot, opened, draft)
        if do == KEEP:
            return {}, self.KEPT
        if notes is not None:
            return self._view(spot, opened, draft, self._said_of(spot, opened), notes=notes), 200
        try:
            changes = list(self._changes(spot, opened, draft, ordered))
            after = changed(opened.text, *changes)
        except CannotWrite:
            return self._view(spot, opened, draft, (), notes=[labels.PEN_CANNOT]), 422
        shown = self._viewer().keep(opened.name, after)
        looks = self._viewer().looks(year, page.word, spot.person(draft), shown) if not sure else []
        view = {**self._view(spot, opened, draft, ()), "looks": looks}
        return self._tried(
            spot, opened, after, changes, {**view, "op": ordered}, is_sure=sure == digest_of(after.encode())
        )

    def _drawn(self, spot: Spot, name: str, *, take: bool) -> tuple[View, int]:
        """Return the form with a draft that was kept, on the file as it is now, or after it was thrown away."""
        opened = self._held.take(spot.page.file(spot.year))
        taken = self.drafts.take(spot, opened, name) if take and not opened.problems else None
        if taken is None:
            self.drafts.drop("" if take else name)
            return {}, self.LEFT
        draft, notes = taken
        return {**self._view(spot, opened, draft, self._said_of(spot, opened), notes=notes), "unsaved": True}, 200

    def _acted(
        self, spot: Spot, draft: Draft, form: MultiDict[str, str], upload: FileStorage | None
    ) -> list[Text] | None:
        """Do in a draft what a button of the form asks for; return what is to be said of it, None if none did."""
        action = _ACTION.fullmatch(form.get("do", ""))
        if action is None:
            return [] if spot.is_person and photos.focused(self._held, spot.year, draft, form) else None
        if action[1] == "photo":
            return photos.taken(self._held, spot.year, draft, upload)
        if action[1] == "past":
            return past.taken(self._held, spot.year, draft, form.get("past", ""))
        if action[1] == "seal":
            return seal.taken(self._held, draft, upload)
        if action[1] == "krut":
            return krut.taken(self._held, draft, upload)
        if action[1] == "swatch":
            seal.chosen(draft, action[2])
        elif action[1] == "divide":
            draft["name"] = _divided(draft.get("name"), form.get("whole", ""))
        else:
            acted(draft, action[1], action[2].removeprefix(spot.path))
        return []

    def _tried(
        self, spot: Spot, opened: Opened, after: str, changes: list[Change], view: View, *, is_sure: bool
    ) -> tuple[View, int]:
        """Return what would change or, where just that was seen and agreed to, what came of writing it."""
        lines = difference(opened.text, after)
        if not lines:
            self.drafts.done(spot)
            return {**view, "notes": [labels.UNCHANGED]}, 200
        kind, fill = spot.page.kind, self._held.fill()(opened.name)
        found = record_of(after, opened.name, kind, fill=fill)[1]
        worse = grown(record_of(opened.text, opened.name, kind, fill=fill)[1] if opened.raw else (), found)
        doubts = list["Problem"]()
        if not worse and not is_sure:
            worse, doubts = self._held.tried(opened.name, after)
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
                self.drafts.done(spot)
                return {}, self.SAVED
        if worse:
            return {**view, **self._faults(spot, opened, view, worse)}, 422
        shown = digest_of(after.encode())
        told = [] if view["op"] else _told(opened, changes)
        doubted = self._view(spot, opened, view["draft"], _here(spot, opened, doubts))
        view = {**doubted, "looks": view["looks"], "op": view["op"]}
        return {**view, "told": told, "lines": lines, "count": labels.lines(changed_lines(lines)), "shown": shown}, 200

    def _faults(self, spot: Spot, opened: Opened, view: View, problems: list[Problem]) -> View:
        draft = view["draft"]
        return {**self._view(spot, opened, draft, problems), "looks": view["looks"], "refused": True}

    def _changes(self, spot: Spot, opened: Opened, draft: Draft, ordered: str) -> Iterable[Change]:
        if ordered:
            return _ordered(spot.page.listed, ordered, len(spot.entries(opened)))
        differences = Differences(self._known(spot.year))
        if spot.entry is None:
            return differences.of(spot.page.kind, opened.said, draft, keys=spot.page.keys)
        listed = spot.page.listed
        entries: list[Value] = [
            {WAS: str(n), **of_value(spot.group, each)} for n, each in enumerate(spot.entries(opened))
        ]
        if spot.entry < len(entries):
            draft[WAS] = str(spot.entry)
        entries[spot.entry : spot.entry + 1] = [draft]
        return differences.of(spot.page.kind, opened.said, {listed: entries}, keys=(listed,))

    def _said_of(self, spot: Spot, opened: Opened) -> list[Problem]:
        """Return what the door, which reads all records, says about what a page shows."""
        found = self._held.read()[1] if opened.raw else ()
        return _here(spot, opened, found)

    def _view(
        self,
        spot: Spot,
        opened: Opened,
        draft: Draft,
        problems: Iterable[Problem],
        *,
        notes: Iterable[Text] = (),
        broken: bool = False,
    ) -> View:
        listed, known = [*problems, *proofs.doubts(self._held, spot, draft)], self._known(spot.year)
        wrong = by_path(listed, opened.name)
        under = self._held.taken_over(opened.name) if spot.entry is None and not broken else {}
        shown = fields(spot.group, draft, spot.path, wrong, known, spot.keys, under) if not broken else []
        entries = spot.entries(opened) if spot.entry is None else []
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
            "with_photo": spot.is_person,
            "past": past.people(self._held, spot.year) if spot.is_person and spot.written(opened) is None else [],
            "seal": seal.shown(self._held, draft) if "seal" in spot.keys and not spot.path else None,
            "with_seal": "seal" in spot.keys and not spot.path,
            "krut": krut.shown(self._held, draft) if "krut" in spot.keys and not spot.path else "",
            "with_krut": "krut" in spot.keys and not spot.path,
            "notes": list(notes),
            "broken": broken,
            "problems": [(each.line, each.message, each.fix) for each in opened.problems],
            "text": opened.text if broken else "",
        }

    def _known(self, year: int) -> dict[str, dict[str, str]]:
        """Return the keys that records define and others speak of, with their names."""
        office = self._held.whole(f"{WINNERS}/{ORGANISATION}")
        rules = self._held.whole(f"{WINNERS}/{year}/{ROUND}")
        known = {name: words for name, words in known_of(office, rules).items() if words}
        return {**known, "Step.key": STEPS}


def _here(spot: Spot, opened: Opened, problems: Iterable[Problem]) -> list[Problem]:
    """Return those of problems that are about what a page shows."""
    here = (spot.page.word, spot.entry)
    return [each for each in problems if each.file == opened.name and place_of(each.file, each.field) == here]


def _is_of_page(spot: Spot, name: str) -> bool:
    """Return whether an action is about the page's own list, each entry of which has its own page."""
    return bool(spot.page.listed) and spot.entry is None and name.startswith(f"{spot.page.listed}.")


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
