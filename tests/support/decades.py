"""An office that has kept its records for many years: the sample's round again and again; asserts nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageOps

from tests.support import product

if TYPE_CHECKING:
    from pathlib import Path

NEWEST = 2566
MOMENT = "2566-05-15 12:00"
"""A moment after the newest result; every older round is over by then."""

SIZES = ((3000, 4000), (2448, 3264), (2048, 1536), (4000, 3000))
"""Widths and heights of photos as telephones take them, in pixels: 3 to 12 millions.

Those of every year are the same, by name and so by format: years are compared, and not their photos.
"""

_OF_ITS_YEAR = ("round.yaml", "winners.yaml", "certificates.yaml")
_OLDER_FIGURES = re.compile(r"(?m)^    - year: 256[45]\n(?:      .*\n)+")
_OWN_FIGURE = re.compile(r"(percent: )88\.60")
_SHIFTED = re.compile(r"\b(25[67]\d)\b")


def office(folder: Path, years: int, *, phone: bool = False) -> Path:
    """Return a project with a round in each of `years` years, the newest that of the sample; nobody in it wins twice.

    No two photos are alike; with `phone` they are as large as those of telephones.
    """
    project = product.typed_by_hand(product.copy_of_sample(folder))
    records = project / "winners"
    sample = {name: (records / str(NEWEST) / name).read_text(encoding="utf-8") for name in _OF_ITS_YEAR}
    photos = {file.name: file.read_bytes() for file in (records / str(NEWEST) / "photos").iterdir()}
    for back in range(years):
        home = records / str(NEWEST - back)
        (home / "photos").mkdir(parents=True, exist_ok=True)
        for name, text in sample.items():
            (home / name).write_text(_of_year(name, text, back, first=back == years - 1), encoding="utf-8", newline="")
        for number, (name, value) in enumerate(sorted(photos.items())):
            (home / "photos" / name).write_bytes(value)
            if phone or back:
                _anew(home / "photos" / name, SIZES[number % len(SIZES)] if phone else None, back)
    return project


def _of_year(name: str, text: str, back: int, *, first: bool) -> str:
    """Return the sample's record of some years back: other days, other people, its own figures alone."""
    if name == "round.yaml":
        text = text.replace("closes: 30 กันยายน 2570", "closes: 30 กันยายน 2566")
        text = _OWN_FIGURE.sub(lambda found: f"{found[1]}{88.6 - back * 0.37:.2f}", text)
        if not first:
            text = _OLDER_FIGURES.sub("", text)
    if back == 0:
        return text
    text = _SHIFTED.sub(lambda found: str(int(found[1]) - back), text)
    other = _syllable(back)
    text = re.sub(r"(?m)^(  - (?:id|winner): )(\w+)$", rf"\1\2-{back}", text)
    if name == "winners.yaml":
        text = re.sub(r"(?m)^(  - id: .*\n(?:      ?.*\n|    name:\n)*?      last: )(\S+)$", rf"\1{other}\2", text)
        text = re.sub(r"(?m)^(      read_as: \S+ )(\S+)$", rf"\1{other}\2", text)
        text = re.sub(r"(?m)^(    (?:citation: >-|story: \|-)\n.*|    quote: .*)$", rf"\1 เมื่อ {back} ปีก่อน", text)
    if name == "certificates.yaml":
        text = re.sub(r"(?m)^(    token: )(\w+)$", lambda found: f"{found[1]}{_token(found[2], back)}", text)
        name_of = r"(?m)^(      name:\n        title: .*\n        first: .*\n        last: \")"
        text = re.sub(name_of, rf"\1{other}", text)
    return text


def _syllable(back: int) -> str:
    """Return two syllables that begin a surname and no other year's."""
    starts, ends = "กงจชดตทบพมวสห", ("านนา", "องทอง", "ามงาม")
    return f"{starts[back % len(starts)]}{ends[back // len(starts) % len(ends)]}"


def _token(token: str, back: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return f"{letters[back % 26]}{letters[back // 26]}{token[2:]}"


def _anew(file: Path, size: tuple[int, int] | None, seed: int) -> None:
    """Make a picture no other's, and as large as that of a telephone: with the grain that makes such files heavy."""
    with Image.open(file) as picture:
        upright = ImageOps.exif_transpose(picture)
        width, height = size = size or upright.size
        large = np.asarray(upright.convert("RGB").resize(size, Image.Resampling.BICUBIC), dtype=np.int16)
    grain = np.random.default_rng(seed).integers(-9, 10, (height, width, 1), dtype=np.int16)
    noisy = Image.fromarray(np.clip(large + grain, 0, 255).astype(np.uint8))
    noisy.save(file, compress_level=1, quality=88)


def lean(project: Path, *, site: bool = False) -> None:
    """Let a project make coloured sheets for the boards alone, and a site only if asked to: a fraction of the time."""
    office = project / "winners/organisation.yaml"
    text = office.read_text(encoding="utf-8")
    if not site:
        text = re.sub(r"(?m)^site: .*$", "site: ไม่มี", text)
    head, lines, tail = re.split(r"(?m)^outputs:\n((?:  .*\n)+)", text)
    chosen = re.sub(r"(?m)^(  [^#\n:]+:) \[.*$", r"\1 ไม่ใช้", lines).replace("ป้ายประกาศ: ไม่ใช้", "ป้ายประกาศ: [สี]")
    office.write_text(f"{head}outputs:\n{chosen}{tail}", encoding="utf-8", newline="")
