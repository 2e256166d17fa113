"""From records to folders: what is rebuilt, what stays, what an aborted run leaves, and what is never touched."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import cli
from generator.store import FILE
from tests.support import product

if TYPE_CHECKING:
    from collections.abc import Callable
WINNERS = "winners/2566/winners.yaml"


@pytest.fixture
def own(lean: Path, tmp_path: Path) -> Path:
    """Return a copy of the built project of one winner for this test alone, which needs no more people."""
    return product.copy_of_built(lean, tmp_path / "project")


def _change_one_word(project: Path) -> str:
    """Change the quote of the first winner that can be shown, and return the winner's id."""
    file = project / WINNERS
    lines = file.read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if line.strip().startswith("- id:"))
    place = next(index for index, line in enumerate(lines) if line.strip().startswith("quote:"))
    head, _, text = lines[place].partition("quote:")
    if text.strip() in {">-", ">", "|", "|-"}:
        lines[place + 1] += " เสมอ"
    else:
        quote = text.strip()[0] if text.strip()[0] in "'\"" else ""
        body = text.strip().strip("'\"")
        lines[place] = f"{head}quote: {quote}{body} เสมอ{quote}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return first.split(":", 1)[1].strip()


def test_the_manifest_lists_every_file_with_its_own_digest(built: Path) -> None:
    """Proof books, packs and errata all rely on this list."""
    listed = {entry["path"]: entry for entry in product.manifest(built)}
    there = {
        path.relative_to(built).as_posix()
        for name in ("site", "build")
        for path in (built / name).rglob("*")
        if path.is_file()
    }
    assert set(listed) == there - {"build/manifest.json"}
    for path, entry in listed.items():
        value = (built / path).read_bytes()
        assert entry["sha256"] == hashlib.sha256(value).hexdigest()
        assert entry["bytes"] == len(value)
        assert entry["audience"] in {"public", "internal"}
        if "site_path" in entry:
            assert (built / entry["site_path"]).read_bytes() == value


@pytest.mark.usefixtures("builds")
@pytest.mark.parametrize("whose", ["lean", "built"])
def test_two_machines_on_two_days_make_the_same_bytes(
    whose: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """The signed proof must still match what is published tomorrow, made on another computer in another time zone."""
    built: Path = request.getfixturevalue(whose)
    other = product.copy_of_sample(tmp_path / "elsewhere")
    if whose == "lean":
        product.one_winner(other)
    done = product.tonbaep(
        other, "build", PYTHONHASHSEED="7", TZ="America/New_York", SOURCE_DATE_EPOCH="1999999999", LC_ALL="C"
    )
    assert done.returncode == 0, done.stderr
    assert product.digest(other / "site") == product.digest(built / "site")
    assert product.digest(other / "build") == product.digest(built / "build")


def test_what_was_set_smaller_is_reported_from_the_cache_too(first_report: dict[str, Any], published: Path) -> None:
    """Anybody puzzled by small words can find out which they are, even if the sheet was pressed long before."""
    assert first_report["pressed"]
    (published / ".tonbaep/state.json").unlink()
    again = product.report(published)
    assert again["fitted"] == first_report["fitted"]
    assert again["pressed"] == []
    told = [fit for fits in again["fitted"].values() for fit in fits]
    assert told
    assert all(fit["fits"] and 0 < fit["size"] < fit["largest"] for fit in told)


def test_a_sheet_whose_words_fit_at_no_readable_size_is_left_out_and_stops_no_other(published: Path) -> None:
    """Nothing is cut or set too small, the old sheet does not pass for a new one, and the next build tells it again."""
    file = published / WINNERS
    text = file.read_text(encoding="utf-8")
    long = " ".join(["ดูแลชาวบ้านทุกคนด้วยใจ"] * 150)
    before = {entry["path"] for entry in product.manifest(published)}
    file.write_text(
        text.replace("    quote: ", f"    quote: {long} ", 1).replace("    citation: ", "    citation: ดี ", 1), "utf-8"
    )
    for _ in range(2):
        done = product.tonbaep(published, "build")
        assert done.returncode == 1, done.stderr
        assert "build/print/2566/winner-thitiya-a4.pdf" in done.stderr
        assert done.stderr.count("เว้นแผ่นนี้กับอีก") == 1, "once for all forms of the sheet"
        there = {entry["path"] for entry in product.manifest(published)}
        lost = before - there
        assert lost
        assert all("winner-thitiya" in path for path in lost), lost
        assert not [path for path in lost if (published / path).exists()]
        assert all((published / path).is_file() for path in there)
    pages = [page.read_text(encoding="utf-8") for page in (published / "site").rglob("*.html")]
    gone = [path.removeprefix("site/") for path in lost if path.startswith("site/files/")]
    assert gone
    assert not [path for path in gone for page in pages if path in page]
    file.write_text(text, encoding="utf-8")
    product.done(published, "build")
    assert {entry["path"] for entry in product.manifest(published)} == before


def test_a_second_build_does_nothing_and_says_so(own: Path) -> None:
    """MkDocs is not even imported: the whole run only looks at the files."""
    before = {path: path.stat().st_mtime_ns for path in own.rglob("*") if path.is_file()}
    code = (
        "import sys\nfrom generator.cli import main\n"
        f"assert main({list(product.command(own, 'build'))[3:]!r}) == 0\n"
        "print([m for m in ('mkdocs', 'typst', 'PIL', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True, cwd=product.ROOT)
    assert "ไม่มีอะไรเปลี่ยน" in done.stdout
    assert "ปี 2566 วันนี้อยู่ขั้น" in done.stdout, "what comes next is told nevertheless"
    assert done.stdout.strip().endswith("[]")
    after = {path: path.stat().st_mtime_ns for path in own.rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} <= {own / ".tonbaep/lock"}


@pytest.mark.parametrize(
    "harm",
    [
        lambda project: (project / "site/index.html").unlink(),
        lambda project: (project / "build/manifest.json").write_text("{}", encoding="utf-8"),
        lambda project: (project / "content/about.md").write_text("---\ntitle: ก\n---\nใหม่\n", encoding="utf-8"),
        lambda project: (project / ".tonbaep/state.json").write_text("[", encoding="utf-8"),
        lambda project: shutil.rmtree(project / "build"),
    ],
    ids=["page deleted", "manifest edited", "page rewritten", "state damaged", "build deleted"],
)
def test_whatever_was_disturbed_is_made_good(own: Path, harm: Any) -> None:
    """The program must never say "nothing changed" when something did."""
    _made_good(own, harm)


def test_a_workshop_that_was_deleted_is_set_up_again(own: Path) -> None:
    """Somebody tidies up; without its memory the program makes everything again, and the same."""
    _made_good(own, lambda project: shutil.rmtree(project / ".tonbaep"))


def _made_good(project: Path, harm: Callable[[Path], object]) -> None:
    build = product.digest(project / "build/print")
    harm(project)
    assert product.report(project)["changed"] is True
    assert product.digest(project / "build/print") == build
    assert (project / "site/index.html").is_file()


def test_one_word_of_one_winner_presses_only_the_sheets_that_show_it(
    first_report: dict[str, Any], published: Path
) -> None:
    """An office laptop should not set forty sheets because one word changed."""
    winner = _change_one_word(published)
    second = product.report(published)
    assert first_report["changed"] is second["changed"] is True
    assert second["pressed"]
    others = [path for path in second["pressed"] if "winner-" in path and winner not in path]
    assert others == []
    assert len(second["pressed"]) < second["files"] / 4


def _in_both(project: Path) -> dict[str, os.stat_result]:
    there = (path for name in ("site", "build") for path in (project / name).rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.stat() for path in there}


def test_what_did_not_change_is_neither_read_nor_copied_and_stands_in_one_place_only(own: Path) -> None:
    """For a word of one winner, 50 MB of other sheets were fetched from the store, hashed and written.

    Every other value in the store is spoilt, which whoever read one would see and make it anew.
    """
    before = _in_both(own)
    _change_one_word(own)
    with closing(sqlite3.connect(own / ".tonbaep/cache/sheets" / FILE)) as kept, kept:
        kept.execute("update kept set value = zeroblob(size) where substr(value, 1, 5) = ?", (b"%PDF-",))
    pressed = {Path(path).name for path in product.report(own)["pressed"]}
    now = _in_both(own)
    new = {path for path, stat in now.items() if before.get(path, stat).st_ino != stat.st_ino or path not in before}
    sheets = {path for path in now if path.endswith(".pdf")}
    assert {Path(path).name for path in new & sheets} <= pressed
    assert len(sheets - new) > len(sheets) / 4
    build, site = ({now[path].st_ino for path in now if path.startswith(name)} for name in ("build/", "site/"))
    assert not build & site, "whoever writes on in one folder changes nothing in the other"


def test_a_sheet_that_somebody_wrote_in_is_not_taken_for_what_was_made(own: Path) -> None:
    """Its bytes come out as the records say; what was written stays aside."""
    sheet = next(own.glob("build/print/2566/*.pdf"))
    made = sheet.read_bytes()
    sheet.write_bytes(made + b"% noted by hand")
    _change_one_word(own)
    product.report(own)
    entries = {entry["path"]: entry["sha256"] for entry in product.manifest(own)}
    there = sheet.relative_to(own).as_posix()
    assert hashlib.sha256(sheet.read_bytes()).hexdigest() == entries[there]
    assert not sheet.read_bytes().endswith(b"by hand")


def test_a_file_that_is_not_ours_stays(own: Path) -> None:
    """The office's own upload in site/ or a note in build/ is not ours to delete."""
    for name in ("site/uploads/letter.pdf", "build/note.txt", "site/.htaccess"):
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_text("mine", encoding="utf-8")
    _change_one_word(own)
    assert product.tonbaep(own, "build").returncode == 0
    for name in ("site/uploads/letter.pdf", "build/note.txt", "site/.htaccess"):
        assert (own / name).read_text(encoding="utf-8") == "mine"
    assert not any("uploads" in entry["path"] for entry in product.manifest(own))


def test_a_file_in_the_way_stops_the_build_before_anything_moves(lean: Path, tmp_path: Path) -> None:
    """Overwriting what somebody else wrote is worse than stopping."""
    project = product.one_winner(product.copy_of_sample(tmp_path))
    shutil.copytree(lean / ".tonbaep/cache", project / ".tonbaep/cache")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the old homepage", encoding="utf-8")
    done = product.tonbaep(project, "build")
    assert done.returncode == 1
    assert "site/index.html" in done.stderr
    assert "ไม่ได้เป็นผู้สร้าง" in done.stderr
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the old homepage"
    assert not (project / "build").exists()


def test_problems_in_the_records_leave_yesterdays_site(own: Path) -> None:
    """All problems at once, and nothing half-written."""
    before = product.digest(own / "site"), product.digest(own / "build")
    product.edit(own / "winners/2566/round.yaml", "year:", "yaer:")
    done = product.tonbaep(own, "build")
    assert done.returncode == 1
    assert "winners/2566/round.yaml" in done.stderr
    assert (product.digest(own / "site"), product.digest(own / "build")) == before


def test_only_renews_the_named_piece_and_keeps_the_other_files(published: Path) -> None:
    """A clerk in a hurry renews one poster."""
    before = product.digest(published / "site")
    _change_one_word(published)
    done = product.tonbaep(published, "build", "--only", "newsletter")
    assert done.returncode == 0, done.stderr
    assert product.digest(published / "site") == before
    kept = {entry["path"] for entry in product.manifest(published)}
    assert any("poster" in path for path in kept)
    assert any("newsletter" in path for path in kept)
    assert product.report(published)["changed"] is True


def test_what_is_made_of_finished_files_is_not_made_of_itself(published: Path) -> None:
    """An order to the print shop took an earlier order for a poster, and the command of README ended in a traceback."""
    before = product.digest(published / "build")
    for asked in (("--only", "job_ticket"), ("--year", "2566")):
        done = product.tonbaep(published, "build", *asked)
        assert done.returncode == 0, done.stderr
        assert product.digest(published / "build") == before


def test_what_is_said_of_the_files_is_true_of_the_files(own: Path) -> None:
    """A word that was taken back came from the store: “0 changed” was said of forty files that were other."""
    text = (own / WINNERS).read_text(encoding="utf-8")
    _change_one_word(own)
    product.report(own)
    before = {entry["path"]: entry["sha256"] for entry in product.manifest(own)}
    (own / WINNERS).write_text(text, encoding="utf-8")
    said = product.done(own, "build").split("เสร็จแล้ว: ", 1)[1]
    now = {entry["path"]: entry["sha256"] for entry in product.manifest(own)}
    other = sum(before.get(path) != digest for path, digest in now.items())
    assert other > 1
    assert list(map(int, re.findall(r"\d+", said)))[:3] == [len(now), other, len(now) - other]


def _written_in(file: Path) -> bytes:
    """Write on in a file in its place, and return what it was."""
    made = file.read_bytes()
    with file.open("ab") as there:
        there.write(b"<!-- by hand -->")
    return made


PLACES = ("build/print/2566/poster-a4.pdf", "site/2566/criteria.html", "site/feed.xml", "site/files/2566/poster-a4.pdf")


@pytest.mark.parametrize("part", [("--only", "board_plan"), ("--year", "2566")], ids="".join)
def test_what_somebody_wrote_in_is_still_known_after_a_part_was_made_anew(own: Path, part: tuple[str, str]) -> None:
    """A part left the other files as they were, and stamped them as its own: a note by hand was published.

    The sheet of the site that is gone must not come from that of the boards, which somebody wrote in.
    """
    made = {path: _written_in(own / path) for path in PLACES}
    product.report(own, *part)
    (own / "site/files/2566/poster-a4.pdf").unlink()
    product.report(own)
    assert {path: (own / path).read_bytes() for path in PLACES} == made


def _once(there: Path, running: subprocess.Popen[bytes]) -> None:
    """Wait until a build has made something."""
    while not there.exists():
        assert running.poll() is None, "the build ended before"
        time.sleep(0.005)


def test_what_somebody_writes_in_while_a_build_runs_is_seen_by_the_next(own: Path) -> None:
    """The new folder has the very file, and its list said what it had been."""
    _change_one_word(own)
    running = subprocess.Popen(product.command(own, "build"), cwd=product.ROOT, stdout=subprocess.DEVNULL)
    _once(own / ".tonbaep/fresh/build/print", running)
    place = own / "build/print/2566/survey-a4.pdf"
    made = _written_in(place)
    assert running.wait() == 0
    _change_one_word(own)
    product.report(own)
    assert place.read_bytes() == made


def test_a_file_that_goes_while_a_build_runs_is_told_and_the_next_is_right(own: Path) -> None:
    """Somebody tidies the folder; a traceback is no answer."""
    _change_one_word(own)
    told = subprocess.Popen(product.command(own, "build"), cwd=product.ROOT, stderr=subprocess.PIPE)
    _once(own / ".tonbaep/fresh/pictures", told)
    there = [file for file in (own / "build").rglob("*.pdf") if "thitiya" not in file.name]
    for file in there:
        file.unlink()
    said = told.communicate()[1].decode()
    assert "Traceback" not in said
    assert told.returncode in {0, 1}
    product.report(own)
    assert all(file.is_file() for file in there)


@pytest.mark.usefixtures("builds")
def test_only_presses_nothing_else(office: Path) -> None:
    """On a first run, and when another piece cannot be made, the poster must not wait for it."""
    pressed = product.report(office, "--only", "poster")["pressed"]
    names = ("poster-a3", "poster-a4", "poster-wide-a3", "poster-wide-a4")
    assert sorted(pressed) == [f"print/2566/{name}.pdf" for name in names]


@pytest.mark.usefixtures("builds")
def test_what_stands_in_two_places_is_counted_once(office: Path) -> None:
    """A first run that mentions earlier work, because of posters that the site offers too, would be hard to believe."""
    product.one_winner(office)
    said = [product.done(office, "build", "--only", "poster", "home") for _ in range(2)]
    made, kept = (re.findall(r"\d+", each.split("เสร็จแล้ว", 1)[1])[1:3] for each in said)
    assert made[1] == "0"
    assert kept == ["0", made[0]]


def test_an_unknown_piece_is_answered_with_the_nearest_ones(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A typing slip should end in the right name."""
    assert cli.main(("build", "--only", "postre", "--project", str(office))) == 2
    said = capsys.readouterr().err
    assert "poster  " in said
    assert "newsletter" not in said, "ninety names are no answer"


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk is made with a Linux mount")
def test_a_full_disk_leaves_what_was_there(lean: Path, tmp_path: Path) -> None:
    """The disk of an office computer does fill up in the middle of a build."""
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", str(small)), check=False)
    if mounted.returncode:
        pytest.skip("mounting a small disk is not allowed here")
    try:
        there = product.copy_of_built(lean, small / "project")
        before = product.digest(there / "site"), product.digest(there / "build")
        _change_one_word(there)
        left = shutil.disk_usage(small).free
        (small / "full").write_bytes(bytes(max(0, left - 300_000)))
        done = product.tonbaep(there, "build")
        assert done.returncode == 1, done.stdout + done.stderr
        assert "ดิสก์เต็ม" in done.stderr
        assert (product.digest(there / "site"), product.digest(there / "build")) == before
        (small / "full").unlink()
        assert product.tonbaep(there, "build").returncode == 0
    finally:
        subprocess.run(("umount", str(small)), check=False)


def test_a_kill_at_any_moment_leaves_an_old_or_a_new_publication_whole(own: Path, pytestconfig: pytest.Config) -> None:
    """The power can fail at any time: kills between the start and the end of a build of one winner.

    Ten of them, or forty with `--whole`.
    """
    project, turns = own, 40 if pytestconfig.getoption("--whole") else 10
    names = ("site", "build")
    file = project / WINNERS
    texts, wholes = [file.read_text(encoding="utf-8")], [{name: product.digest(project / name) for name in names}]
    _change_one_word(project)
    product.report(project)
    texts.append(file.read_text(encoding="utf-8"))
    wholes.append({name: product.digest(project / name) for name in names})
    assert wholes[0]["site"] != wholes[1]["site"]
    file.write_text(texts[0], encoding="utf-8")
    started = time.perf_counter()
    product.report(project)
    seconds = time.perf_counter() - started
    file.write_text(texts[1], encoding="utf-8")
    product.report(project)
    draw = random.Random(2566)
    killed = 0
    for turn in range(turns):
        file.write_text(texts[turn % 2], encoding="utf-8")
        running = subprocess.Popen(
            product.command(project, "build"), cwd=product.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(draw.uniform(0.05, seconds * 1.02))
        running.kill()
        killed += running.wait() != 0
        for name in names:
            assert product.digest(project / name) in {whole[name] for whole in wholes}, (turn, name)
    assert killed > turns / 2
    done = product.report(project)
    assert done["changed"] in {True, False}
    assert {name: product.digest(project / name) for name in names} == wholes[1]
    assert not (project / ".tonbaep/fresh").exists()


def test_ctrl_c_is_answered_and_harmless(own: Path) -> None:
    """The clerk changes her mind."""
    before = product.digest(own / "site")
    _change_one_word(own)
    running = subprocess.Popen(
        product.command(own, "build"),
        cwd=product.ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    while running.poll() is None and not (own / ".tonbaep/fresh").exists():
        time.sleep(0.01)
    running.send_signal(2)
    said = running.communicate(timeout=60)[0]
    assert running.returncode in {0, 130}, said
    if running.returncode == 130:
        assert "หยุดตามสั่ง" in said
        assert product.digest(own / "site") == before


def test_the_json_report_is_json_and_nothing_else(first_report: dict[str, Any]) -> None:
    """A script reads standard output; sentences for people go elsewhere."""
    assert set(first_report) >= {"changed", "files", "pressed", "stages", "warnings", "ahead"}


def test_a_folder_that_is_no_project_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The most common mistake of all: the command in the wrong folder."""
    assert cli.main(("build", "--project", str(tmp_path))) == 1
    assert "--project" in capsys.readouterr().err
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - names only
    assert cli.main(("check", "--lang", "en", "--project", str(tmp_path))) == 1
    assert "No folder" in capsys.readouterr().err


def test_the_engine_ends_with_the_build_that_started_it(office: Path) -> None:
    """An engine that outlives a killed build would write its pages into the next build's folder."""
    folder = office / ".tonbaep" / "fresh"
    code = (
        "import sys, time\n"
        "from generator.site.engine import Engine\n"
        "engine = Engine(); engine.start(); print(engine._process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen((sys.executable, "-c", code), stdout=subprocess.PIPE, text=True, cwd=product.ROOT) as starter:
        assert starter.stdout is not None
        engine = int(starter.stdout.readline())
        starter.kill()
    deadline = time.monotonic() + 60
    while _runs(engine) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(engine)
    assert not folder.exists()


def _runs(process: int) -> bool:
    """Return whether a process is still running; one that has ended but is still listed is not."""
    status = Path(f"/proc/{process}/stat")
    return status.is_file() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
