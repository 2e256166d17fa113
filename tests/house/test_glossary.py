"""The glossary's table of what a user reads is kept: no fixed text says a thing by another of its names."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.support.product import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TEMPLATES = ("generator/**/*.j2", "generator/**/*.typ", "overrides/**/*.html", "overrides/**/*.js")
PAPERS = ("content/*.md", "CHANGELOG.md", "README.md", "generator/reading/guide.tsv")
ENGLISH = "## In English"
"""Where the half of the README begins that no Thai reads."""

LANGUAGE = ("generator/thai", "overrides/assets/search")
"""The rooms that read what offices write and what citizens type, by whatever name."""


class Said(NamedTuple):
    """A text that stands fixed in the product, and where."""

    path: str
    line: int
    text: str


def never(root: Path) -> dict[str, str]:
    """Return what no fixed text may say, as patterns, each with the Thai word that is said instead."""
    table = (root / "GLOSSARY.md").read_text(encoding="utf-8").partition("## What a user reads")[2]
    rows = re.findall(r"^\| [a-z -]+ \| ([^|]+) \| (?:\\\||[^|])+ \| ((?:\\\||[^|])+) \|$", table, re.MULTILINE)
    found = {
        pattern.replace("\\|", "\\|"): thai.strip() for thai, cell in rows for pattern in re.findall(r"`([^`]+)`", cell)
    }
    assert len(found) > 30
    return found


def fixed(root: Path) -> Iterator[Said]:
    """Yield every fixed text with Thai letters: strings of the source, templates, papers, comments in the records."""
    for path in sorted((root / "generator").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if not name.startswith(LANGUAGE):
            yield from (Said(name, line, text) for line, text in _strings(ast.parse(path.read_text(encoding="utf-8"))))
    for pattern in (*TEMPLATES, *PAPERS, "winners/**/*.yaml"):
        for path in sorted(
            each for each in root.glob(pattern) if not each.relative_to(root).as_posix().startswith(LANGUAGE)
        ):
            name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8").partition(ENGLISH)[0]
            for number, line in enumerate(text.splitlines(), 1):
                yield Said(name, number, line.partition("#")[2] if path.suffix == ".yaml" else line)


def _strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the strings of a module but its docstrings; where a value is filled in, a brace stands."""
    parts = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            parts.update(map(id, node.values))
            yield node.lineno, "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.lineno, node.value


def otherwise(texts: Iterable[Said], patterns: dict[str, str]) -> list[str]:
    """Return the places that say a thing by another name than the glossary's."""
    every = [said for said in texts if re.search("[ก-๛]", said.text)]
    return [
        f"{said.path}:{said.line}: {match[0]} (say {thai}): {said.text.strip()[:90]}"
        for pattern, thai in patterns.items()
        for said in every
        if (match := re.search(pattern, said.text))
    ]


def test_a_thing_has_one_name_in_every_fixed_text() -> None:
    """A reader who meets the same thing under two names looks for the difference; one word for two things misleads."""
    texts = [*fixed(ROOT)]
    assert len(texts) > 5000
    assert otherwise(texts, never(ROOT)) == []


PLANTED = (
    "ดูภาพรหัสที่ป้าย", "สแกนรหัสนี้", "รหัสของไฟล์", "แบบประเมินการให้บริการ", "ร่วมประเมินได้", "ส่งรูปมา", "รูปถ่าย", "คำบรรยายภาพแทนตา",
    "ผู้อ่านลงชื่อ", "ได้รับคัดเลือกในกลุ่มนักบริหาร", "ไม่กระทบรางวัล", "ข้อร้องเรียน", "ติดบอร์ด", "ทางสื่อสังคม ก่อน", "ชื่อสมมุติ", "เล่มตรวจ",
    "ใบเก็บแผ่น", "ใบแก้ไข", "สงสัย โทร 0 7555 0123", "ใช้เวลาราว 3 นาที", "พบที่ต้องแก้ 22 แห่ง", "จะถูกตัดหายไป", "ผลลัพธ์ปีต่อปี",
    "เสียงจากช่องทางไหน", "ขอเชิญบอกว่า", "แปดขั้นของการคัดเลือก", "แล้วจะเกิดอะไรขึ้น",
)  # fmt: skip


@pytest.mark.parametrize("fault", PLANTED)
def test_another_name_is_found_wherever_it_stands(tmp_path: Path, fault: str) -> None:
    """A check that cannot fail guards nothing: source, a value filled in, template, page, README, comment."""
    planted = {
        "generator/one.py": f'"""{fault}"""\nSAID = "{fault}"\n',
        "generator/two.py": f'def say(n):\n    """Return {fault}."""\n    return f"{fault} {{n}}"\n',
        "generator/one.j2": f"<p>{fault}</p>\n",
        "content/about.md": f"# {fault}\n",
        "README.md": f"{fault}\n{ENGLISH}\n{fault}\n",
        "winners/2566/round.yaml": f"title: {fault} # {fault}\n",
        "generator/thai/read.py": f'SAID = "{fault}"\n',
    }
    for name, text in planted.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    told = {complaint.partition(":")[0] for complaint in otherwise(fixed(tmp_path), never(ROOT))}
    assert told == set(planted) - {"generator/thai/read.py"}


def test_the_glossary_s_own_words_are_not_forbidden_by_it() -> None:
    """A word in the column of what is said must pass the column of what is not."""
    patterns = never(ROOT)
    for thai in set(patterns.values()):
        for each in thai.split(" / "):
            assert not [pattern for pattern in patterns if re.search(pattern, f"{each} ")], each
