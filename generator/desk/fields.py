"""A draft becomes the fields of a form as plain values: label, help, value, words to choose from, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.amending.drafts import WAS
from generator.desk import labels
from generator.desk.colours import pickable
from generator.model import PAPER_NAMES
from generator.reading import guide
from generator.reading.schema import Colours
from generator.reading.shapes import shapes
from generator.reading.wording import ABSENT, empty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.amending.hand import Value
    from generator.problems import Problem, Text
    from generator.reading.schema import Written
    from generator.reading.shapes import Shape

    Wrong = Mapping[str, list[Problem]]
    Known = Mapping[str, Mapping[str, str]]

YES, NO = "ใช่", "ไม่ใช่"
"""What the records say of something that is so, and of what is not."""


def path_of(field: str) -> str:
    """Return a problem's field as a form names it: `winners.0.photo.alt`."""
    return field.replace("[", ".").replace("]", "")


def words(problem: Problem) -> tuple[Text, Text]:
    """Return what is wrong and the cure; who fills in a form needs no word about colons."""
    if problem.message.th.startswith(ABSENT):
        return labels.PART_MISSING, labels.FILL
    if "focus: [" in problem.fix.en:
        return problem.message, labels.TAP
    return problem.message, labels.FILL if problem.message == empty().message else problem.fix


def by_path(problems: Iterable[Problem], file: str) -> dict[str, list[Problem]]:
    """Return a file's problems by the names of the fields that they are about."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.file == file:
            found.setdefault(path_of(problem.field), []).append(problem)
    return found


def fields(
    group: type[Written],
    draft: Mapping[str, Value],
    path: str,
    wrong: Wrong,
    known: Known,
    keys: Sequence[str] | None = None,
    under: Value = None,
) -> list[dict[str, Any]]:
    """Return the fields of a group, each with the name `path` and its own key; `under` is what a base says of it."""
    base = under if isinstance(under, dict) else {}
    return [
        _field(group, shapes(group)[key], draft.get(key), f"{path}{key}", wrong, known, base.get(key))
        for key in (group.model_fields if keys is None else keys)
    ]


def _field(
    group: type[Written], shape: Shape, value: Value, name: str, wrong: Wrong, known: Known, under: Value = None
) -> dict[str, Any]:
    entry, limits = guide.entry(group, shape.key), guide.limits(shape)
    field: dict[str, Any] = {
        "name": name,
        "id": name.replace(".", "-"),
        "title": entry.title,
        "help": entry.help,
        "example": "" if shape.limit.words or shape.kind == "flag" else entry.example,
        "limits": limits if limits and shape.kind == "number" else "",
        "required": shape.required and under is None,
        "inherited": "" if _is_written(value) or (shape.group and not shape.many) else _in_short(under),
        **_told(_about(shape, name, wrong)),
        "written": _is_written(value),
        "value": value or "",
    }
    if shape.group and shape.many:
        entries = value if isinstance(value, list) else []
        return {**field, "kind": "entries", "entries": _entries(shape.group, entries, name, wrong, known)}
    if shape.group:
        draft = value if isinstance(value, dict) else {}
        inner = fields(shape.group, draft, f"{name}.", wrong, known, under=under)
        below = any(each.startswith(f"{name}.") for each in wrong)
        return {**field, "kind": "group", "fields": inner, "open": shape.required or field["written"] or below}
    offered = _words(shape, known.get(f"{group.__name__}.{shape.key}"))
    if offered:
        field["example"] = ""  # it may be a key, and all that may be written is there to be chosen
    if shape.keyed:
        given = value if isinstance(value, dict) else {}
        rows = {**dict.fromkeys(offered, ""), **given}
        return {**field, "kind": "keyed", "rows": _rows(rows, offered, name, wrong)}
    chosen = [value] if isinstance(value, str) and value else _list(value)
    if offered:
        return {**field, "kind": "boxes" if shape.many else "choice", "words": _offered(offered, chosen)}
    if issubclass(group, Colours):
        return {**field, "kind": "colour", "pick": pickable(value)}
    return {**field, "kind": "lines", "value": "\n".join(chosen)} if shape.many else {**field, "kind": shape.kind}


def _in_short(value: Value) -> str:
    """Return what a base says in a line; of a list's entries what each is called."""
    if isinstance(value, dict):
        return title_of(value) or " ".join(filter(None, map(_in_short, value.values())))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_in_short, value)))
    return value or ""


def _told(problems: Iterable[Problem]) -> dict[str, list[tuple[Text, Text]]]:
    """Return what is wrong with a field, and what is merely doubtful."""
    said = [(problem.warning, words(problem)) for problem in problems]
    return {"wrong": [each for doubt, each in said if not doubt], "doubts": [each for doubt, each in said if doubt]}


def _about(shape: Shape, name: str, wrong: Wrong) -> list[Problem]:
    """Return the problems of a field; those of single lines, where a line is an entry, are the field's."""
    lines = [key for key in wrong if key.rpartition(".")[0] == name] if shape.many and not shape.group else []
    return [problem for key in (name, *lines) for problem in wrong.get(key, ())]


def _list(value: Value) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _words(shape: Shape, known: Mapping[str, str] | None) -> dict[str, str]:
    """Return what may be chosen: the door's own words, or keys that the records define."""
    if known is not None:
        return dict(known)
    if shape.kind == "flag":
        return {YES: "", NO: ""}
    return {} if shape.keyed else dict(shape.limit.words)


def _offered(known: Mapping[str, str], chosen: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Return what may be chosen, how it reads, and whether it is; what stands there and is no such word stays."""
    means = {meaning: word for word, meaning in known.items() if meaning}
    means |= {"true": YES, "false": NO} if YES in known else {}
    here = {means.get(each, each) for each in chosen}
    strange = [(each, each, True) for each in chosen if means.get(each, each) not in known]
    return [*((word, meaning or word, word in here) for word, meaning in known.items()), *strange]


def _rows(rows: Mapping[str, Value], titles: Mapping[str, str], name: str, wrong: Wrong) -> list[dict[str, Any]]:
    return [
        {
            "key": key,
            "name": f"{name}.{key}",
            "id": f"{name}.{key}".replace(".", "-"),
            "title": titles.get(key) or key,
            "value": value or "",
            **_told(wrong.get(f"{name}.{key}", ())),
        }
        for key, value in rows.items()
    ]


def _entries(
    group: type[Written], entries: Sequence[Value], name: str, wrong: Wrong, known: Known
) -> list[dict[str, Any]]:
    drafts = [each for each in entries if isinstance(each, dict)]
    return [
        {
            "name": f"{name}.{number}",
            "number": number,
            "was": each.get(WAS) or "",
            "title": title_of(each) or labels.entry(number + 1),
            "fields": fields(group, each, f"{name}.{number}.", wrong, known),
        }
        for number, each in enumerate(drafts)
    ]


def title_of(entry: Mapping[str, Value]) -> str:
    """Return what an entry is called where people would look for it."""
    name = entry.get("name")
    if isinstance(name, dict):
        title, first, last = (
            part if isinstance(part := name.get(key), str) else "" for key in ("title", "first", "last")
        )
        return f"{title}{first} {last}".strip()
    team = entry.get("team")
    if isinstance(team, dict) and team.get("name"):
        return str(team["name"])
    if entry.get("paper"):
        return _paper(entry)
    found = next((entry[key] for key in ("name", "text", "post", "why", "channel", "year", "id") if entry.get(key)), "")
    return found if isinstance(found, str) else ""


def _paper(entry: Mapping[str, Value]) -> str:
    """Return which paper was numbered, and its number."""
    number, paper = entry.get("number"), entry["paper"]
    called = next((called for key, called in PAPER_NAMES.items() if key == paper), paper)
    return f"{called} {number if isinstance(number, str) else ''}".rstrip()


def _is_written(value: Value) -> bool:
    if isinstance(value, dict):
        return any(_is_written(each) for key, each in value.items() if key != WAS)
    return any(_is_written(each) for each in value) if isinstance(value, list) else bool(value)
