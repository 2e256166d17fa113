"""What hangs today is opened from its row: what the last build listed, and nothing before its moment."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from generator.desk import labels
from generator.ledger import manifest
from generator.piece import Entry, Hanging
from tests.support.desk import HOME, MOMENT

if TYPE_CHECKING:
    from typing import Any

    from tests.support.desk import Desk

DAY = timedelta(days=1)
TODAY = MOMENT.date()
HERE = Hanging(TODAY - DAY, TODAY + DAY)
PDF = b"%PDF-1.7 a poster"


def _entry(name: str, hanging: Hanging | None = HERE, **facts: Any) -> Entry:
    return Entry(f"build/{name}", "poster", f"แผ่น {name}", "public", "0" * 64, 1, year=2566, hanging=hanging, **facts)


def _built(desk: Desk, *entries: Entry, missing: str = "") -> None:
    """Lay out what a build would have listed, and its files but one."""
    manifest.write(desk.project / "build", entries)
    for entry in entries:
        file = desk.project / entry.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if entry.path != f"build/{missing}":
            file.write_bytes(PDF)


def test_a_sheet_is_opened_from_its_row(desk: Desk) -> None:
    """In the browser's own viewer, under its own name, for this one browser."""
    _built(desk, _entry("print/2566/a.pdf"), _entry("print/2566/b.docx"))
    page = desk.page("/2566/")
    assert 'href="/2566/today/build/print/2566/a.pdf"' in page
    answer = desk.get("/2566/today/build/print/2566/a.pdf")
    assert (answer.data, answer.mimetype) == (PDF, "application/pdf")
    assert answer.headers["Content-Disposition"] == "inline; filename=a.pdf"
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert desk.get("/2566/today/build/print/2566/b.docx").headers["Content-Disposition"].startswith("attachment")
    stranger = desk.app.test_client()
    assert stranger.get("/2566/today/build/print/2566/a.pdf", base_url=HOME).status_code == 403


def test_a_row_that_is_not_built_says_so(desk: Desk) -> None:
    """Somebody deleted it, or it was never finished: there is no link that leads nowhere."""
    _built(desk, _entry("a.pdf"), _entry("b.pdf"), missing="b.pdf")
    page = desk.page("/2566/")
    assert page.count("/2566/today/") == 1
    assert labels.NOT_BUILT.th in page
    assert labels.BEHIND.th in page
    assert desk.get("/2566/today/build/b.pdf").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "build/manifest.json",
        "build/unlisted.pdf",
        "build/tomorrow.pdf",
        "build/never.pdf",
        "winners/organisation.yaml",
        "build/../winners/organisation.yaml",
        "build/%2e%2e/winners/organisation.yaml",
    ],
)
def test_only_what_hangs_today_is_opened(desk: Desk, path: str) -> None:
    """The list is the door: neither other files of the folder nor any beside it."""
    later = Hanging(TODAY + DAY, TODAY + DAY)
    _built(desk, _entry("a.pdf"), _entry("tomorrow.pdf", later), _entry("never.pdf", None))
    (desk.project / "build/unlisted.pdf").write_bytes(PDF)
    assert desk.get(f"/2566/today/{path}").status_code == 404


@pytest.mark.parametrize("facts", [{"sealed": True}, {"people": ("2566/first",)}, {"portrayed": ("2566/first",)}])
def test_nothing_of_a_result_before_its_moment(desk: Desk, facts: dict[str, Any]) -> None:
    """Its day may have been moved after everything was built."""
    _built(desk, _entry("a.pdf", **facts), _entry("b.pdf"))
    assert "today/build/a.pdf" not in desk.page("/2566/")
    assert desk.get("/2566/today/build/a.pdf").status_code == 404
    assert desk.get("/2566/today/build/b.pdf").status_code == 200


def test_a_link_that_leads_out_of_the_folder_is_not_followed(desk: Desk) -> None:
    """A list may be written by anybody who can write into the folder."""
    _built(desk, _entry("a.pdf"), missing="a.pdf")
    (desk.project / "build/a.pdf").symlink_to(desk.project / "winners/organisation.yaml")
    assert desk.get("/2566/today/build/a.pdf").status_code == 404
