"""The door for the settings of the site, `mkdocs.yml`: what keeps it from being read; the rest an engine knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from generator.disk.sources import OVERRIDES, SETTINGS
from generator.problems import Problem
from generator.reading import yaml_words
from generator.reading.source import read_text, text_of
from generator.reading.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.reading.tree import Saying

_TEXTS = frozenset({".html", ".xml", ".css", ".js", ".svg", ".txt"})


def problems(file: Path) -> list[Problem]:
    """Return what keeps a file of settings from being read; engines know tags that records do not have."""
    text = read_text(file, SETTINGS)
    if not isinstance(text, str):
        return text
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        place, saying = yaml_words.about(error, text.split("\n"))
        return [Problem(SETTINGS, *place, "", *saying)]
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return [Problem(SETTINGS, 0, 0, "", *_unusable())]
    return [] if isinstance(tree, yaml.MappingNode) else [Problem(SETTINGS, 1, 1, "", *_unusable())]


def theme_problems(project: Path) -> list[Problem]:
    """Return which texts of the project's own theme are none, or in another encoding than the site."""
    found: list[Problem] = []
    for file in sorted((project / OVERRIDES).rglob("*")):
        if file.suffix in _TEXTS and file.is_file():
            raw = file.read_bytes()
            try:
                raw.decode()
            except UnicodeDecodeError:
                text = text_of(raw, file.relative_to(project).as_posix())
                found += [] if isinstance(text, str) else text
    return found


def refused(file: Path, keys: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each setting that an engine refused; without a key, for the whole file."""
    text = read_text(file, SETTINGS)
    lines = text.splitlines() if isinstance(text, str) else []
    for key in dict.fromkeys(keys) or [""]:
        line = next((number for number, line in enumerate(lines, 1) if key and line.startswith(f"{key}:")), 0)
        yield Problem(SETTINGS, line, 1 if line else 0, key, *(_refused() if key else _unusable()))


def _refused() -> Saying:
    return say(
        "เครื่องมือสร้างเว็บไซต์ใช้ค่านี้ไม่ได้",
        "the engine of the site cannot use this setting",
        "แก้กลับเป็นค่าที่มากับโปรแกรม หรือลบบรรทัดที่เพิ่มเอง",
        "put back what came with the program, or delete the lines that were added",
    )


def _unusable() -> Saying:
    return say(
        "ไฟล์ตั้งค่าของเว็บไซต์นี้อ่านไม่ได้",
        "these settings of the site cannot be read",
        "คัดลอก mkdocs.yml จากชุดที่ดาวน์โหลดมาวางทับ",
        "copy mkdocs.yml from the program as it was downloaded",
    )
