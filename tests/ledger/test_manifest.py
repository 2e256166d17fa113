"""The list of finished files: facts come back as they were written, and lists of older programs are still read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from generator.disk.own import Own
from generator.ledger import manifest
from generator.piece import Entry, Hanging, Use
from generator.pieces.parts import uses

if TYPE_CHECKING:
    from pathlib import Path

FULL = Entry(
    path="build/print/2566/poster-a3.pdf",
    piece="poster",
    title="โปสเตอร์ประกาศผล ปี 2566 ขนาด A3",
    audience="public",
    sha256="a" * 64,
    bytes=12,
    qr=("https://example.org/s/po66.html",),
    site_path="site/files/2566/poster-a3.pdf",
    look="build/print/2566/poster-a4.pdf",
    people=("2566/saksit",),
    portrayed=("2566/saksit",),
    year=2566,
    channel="print",
    kind="sheet",
    use=Use("ป้ายประกาศทุกแห่ง", "each board", "notice-board"),
    called="โปสเตอร์ประกาศผล",
    design="poster",
    way="A3",
    paper="A3",
    wide=True,
    hanging=Hanging(date(2023, 4, 24), date(2023, 5, 24)),
    sealed=True,
    moo=1,
    news="result",
    usable_from=date(2023, 4, 21),
)
"""An entry with every fact there is."""


def test_every_fact_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """What a list forgets is guessed by whoever reads it."""
    bare = Entry("site/index.html", "home", "หน้าแรก", "public", "b" * 64, 1)
    manifest.write(tmp_path, [FULL, bare])
    assert manifest.read(tmp_path, Own(tmp_path)) == [FULL, bare]
    empty = [name for name in Entry.__slots__ if getattr(FULL, name) == getattr(bare, name)]
    assert set(empty) <= {"audience", "channel", "kind"}, "the full entry shows each fact"


def _old(path: str, piece: str, **more: Any) -> dict[str, Any]:
    return {
        "path": path,
        "piece": piece,
        "title": "t",
        "audience": "public",
        "sha256": "c" * 64,
        "bytes": 1,
        "qr": [],
        **more,
    }


@pytest.mark.parametrize(
    ("written", "facts"),
    [
        (_old("build/print/2566/poster-a4.pdf", "poster"), {"year": 2566, "kind": "sheet", "use": uses.BOARDS}),
        (_old("build/sealed/print/2566/poster-a4.pdf", "poster"), {"sealed": True, "year": 2566}),
        (_old("build/loudspeaker/2565/result-m1-60.txt", "announcement_text"), {"year": 2565, "kind": "air"}),
        (_old("site/2566/index.html", "round"), {"kind": "page", "channel": "site"}),
        (_old("site/about.html", "site"), {"kind": "page", "year": 0}),
        (_old("site/assets/tonbaep.js", "site"), {"kind": "program", "channel": "site"}),
        (_old("site/assets/cards/index.jpg", "card_preview"), {"channel": "link"}),
        (_old("build/print/2566/shop/poster-ticket.txt", "poster_ticket"), {"year": 2566, "use": uses.HANDED_OUT}),
        (_old("build/packs/web.zip", "pack"), {"kind": "dispatch"}),
        (
            _old("build/social/2566/result-square.jpg", "card", people=["2566/uea"]),
            {"people": ("2566/uea",), "year": 2566},
        ),
    ],
    ids=lambda value: value.get("path", "").rpartition("/")[2] if "path" in value else "",
)
def test_an_entry_of_an_older_program_is_read_with_the_facts_that_it_did_not_carry(
    written: dict[str, Any], facts: dict[str, Any]
) -> None:
    """What hangs outside was listed by last year's program, and must still come down."""
    entry = manifest.entry_from(written)
    assert {name: getattr(entry, name) for name in facts} == facts
    assert manifest.entry_from(json.loads(json.dumps(manifest.as_json(entry)))) == entry


def test_a_list_with_a_fact_that_this_program_does_not_know_is_read(tmp_path: Path) -> None:
    """A newer program wrote it, and the office went back."""
    written = {**manifest.as_json(FULL), "scent": "lavender"}
    assert manifest.entry_from(written) == FULL
    (tmp_path / manifest.PATH).write_text(json.dumps({"files": [{"path": 1}]}), encoding="utf-8")
    assert manifest.read(tmp_path, Own(tmp_path)) == []
    assert manifest.read(tmp_path / "nowhere", Own(tmp_path)) == []
    assert replace(FULL, wide=False) != FULL


@pytest.mark.parametrize(
    "harm",
    [
        {"path": "build/../winners/x"},
        {"path": "/etc/passwd"},
        {"path": "winners/2566/round.yaml"},
        {"path": "build"},
        {"kind": "hologram"},
        {"channel": "radio"},
        {"year": "2566"},
        {"bytes": None},
        {"people": "2566/saksit"},
        {"portrayed": [1]},
        {"wide": "yes"},
        {"use": {"place": "x"}},
        {"use": {"place": "x", "copies": "one", "helper": "robot"}},
        {"hanging": {"up": "soon", "down": "later"}},
        {"usable_from": "tomorrow"},
        {"look": 7},
    ],
    ids=str,
)
def test_a_list_with_an_entry_that_no_program_of_ours_wrote_is_set_aside(tmp_path: Path, harm: dict[str, Any]) -> None:
    """What is wrong in one entry would show somewhere else, and a path outside would be moved or packed."""
    text = json.dumps({"files": [{**manifest.as_json(FULL), **harm}]})
    (tmp_path / manifest.PATH).write_text(text, encoding="utf-8")
    own = Own(tmp_path)
    assert manifest.read(tmp_path, own) == []
    assert [problem.file for problem in own.heard()] == [manifest.PATH]
    assert (tmp_path / f"{manifest.PATH}.unreadable").read_text(encoding="utf-8") == text
