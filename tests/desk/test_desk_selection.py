"""From nominees to a result on the desk: papers by a button, sheets brought back, the count shown and then kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from generator.desk import actions
from tests.support import product
from tests.support.desk import Real

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = product.ROOT / "examples" / "scores-2566"


@pytest.fixture
def unscored(tmp_path: Path) -> Real:
    """Return the sample on the desk before its sheets were handed out."""
    project = product.copy_of_sample(tmp_path)
    folder = project / "winners/2566"
    (folder / "tally.yaml").unlink()
    (folder / "scores.yaml").unlink()
    (folder / "winners.yaml").write_text("sample: ใช่\nwinners: []\n", encoding="utf-8")
    return Real(project)


def test_a_result_comes_about_by_buttons_alone(unscored: Real) -> None:
    """Sheets are made, come back and are shown; nothing is kept before somebody agrees; the count writes who won."""
    scores = unscored.project / "winners/2566/scores.yaml"
    assert "/2566/do/#papers" in unscored.page("/2566/")
    assert "scoresheet-member7.pdf" in unscored.do("papers", paper="scoresheet")
    ids = [line for line in scores.read_text(encoding="utf-8").splitlines() if line.startswith("  - id:")]
    kept = (product.ROOT / "winners/2566/scores.yaml").read_text(encoding="utf-8")
    was = [line for line in kept.splitlines() if line.startswith("  - id:")]
    assert len(ids) == len(was) == 7
    text = scores.read_text(encoding="utf-8")
    for new, old in zip(ids, was, strict=True):
        text = text.replace(new, old)
    scores.write_text(text, encoding="utf-8")  # the sheets in the repository have those ids

    assert "/2566/do/#scores" in unscored.page("/2566/")
    files = [(io.BytesIO(file.read_bytes()), file.name) for file in sorted(SHEETS.glob("*.xlsx"))]
    said = unscored.do("scores", files=files)
    assert "ใบของ หัวหน้าสำนักปลัด" in said
    assert "digest" not in scores.read_text(encoding="utf-8").split("sheets:\n")[1]
    assert unscored.press("/job").status_code == 303
    unscored.wait()
    assert scores.read_bytes() == (product.ROOT / "winners/2566/scores.yaml").read_bytes()

    assert "/2566/do/#tally" in unscored.page("/2566/")
    said = unscored.do("tally")
    assert "1. นางสาวฐิติญา สมมุติวงศ์: 95.68 คะแนน" in said
    assert not (unscored.project / "winners/2566/tally.yaml").exists()
    assert unscored.press("/job").status_code == 303
    unscored.wait()
    winners = (unscored.project / "winners/2566/winners.yaml").read_text(encoding="utf-8")
    assert "total: 95.68" in winners
    assert "nipa" not in winners


def test_a_faulty_sheet_comes_back_among_the_papers(unscored: Real) -> None:
    """Where the desk put what was brought, the form written anew lies beside it."""
    unscored.do("papers", paper="scoresheet")
    unscored.do("scores", files=[(io.BytesIO(b"no workbook"), "../../ใบ ของ ฉัน.xlsx")])
    folder = unscored.project / "build/papers/2566/returned"
    assert [file.name for file in folder.iterdir()] == ["ใบ ของ ฉัน.xlsx"]


def test_answers_are_counted_and_no_reply_stays(
    unscored: Real, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The file lies outside the project, only until the figures are kept; the records get figures alone."""
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    kept = unscored.project / "winners/2566/survey.yaml"
    before = kept.read_bytes()
    kept.unlink()
    export = product.ROOT / "examples/replies-2566.csv"
    said = unscored.do("survey", answers=(io.BytesIO(export.read_bytes()), export.name))
    assert "n = " in said
    assert not kept.exists()
    assert [file.name for file in aside.rglob("*.csv")] == [export.name]
    assert unscored.press("/job").status_code == 303
    unscored.wait()
    assert kept.read_bytes() == before
    assert [*aside.rglob("*.csv")] == []
    assert [file for file in unscored.project.rglob("*.csv") if "build" not in file.parts] == []


def test_nothing_is_kept_that_was_not_shown(unscored: Real) -> None:
    """The button that agrees stands for the command that ran last, and for no other."""
    assert unscored.press("/job").status_code == 422
    unscored.do("papers", paper="feedback")
    assert unscored.press("/job").status_code == 422


def test_no_file_is_asked_for_in_words(unscored: Real) -> None:
    """A form without a file says which field is open."""
    answer = unscored.send("/2566/do/scores", {})
    assert answer.status_code == 422
    assert actions.BY_WORD["scores"].asked[0].title.th in answer.text


def test_nominees_are_written_on_a_page_of_their_own(unscored: Real) -> None:
    """A file that is not there yet comes with the first person."""
    (unscored.project / "winners/2566/nominees.yaml").unlink()
    page = "/2566/nominees/0/"
    form = unscored.form(page)
    form |= {
        "nominees.0.id": ["somsri"],
        "nominees.0.name.title": ["นาง"],
        "nominees.0.name.first": ["สมศรี"],
        "nominees.0.name.last": ["ตัวอย่างดี"],
        "nominees.0.position": ["นักพัฒนาชุมชน"],
        "nominees.0.division": ["welfare"],
        "nominees.0.category": ["officer"],
    }
    assert unscored.save(page, form).status_code == 303
    assert "สมศรี" in unscored.text("2566/nominees.yaml")
    assert "สมศรี" in unscored.page("/2566/nominees/")
