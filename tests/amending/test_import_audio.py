"""A voice on its way from the phone to the USB stick and the site: who hears it, from when and until when."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import cli, disclosure
from generator.amending import import_audio
from generator.building.plan import plan, plan_downloads
from generator.ledger import recorded
from generator.pieces import FIRST
from generator.pieces.air import voice
from generator.problems import ProblemsFound
from generator.reading import read
from generator.store import Store
from generator.thai.dates import parse_moment
from tests.support import product, voices

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from generator.model import Records

pytestmark = pytest.mark.usefixtures("builds")
"""As much work as a publication: voices are decoded, measured and written."""

AFTER, BEFORE = parse_moment(product.AFTER), parse_moment(product.BEFORE)
SCRIPT = "result-m1-60"
LIST = "winners/2566/recordings.yaml"


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a reading of twelve seconds as a phone records it."""
    plain = voices.wav(tmp_path_factory.mktemp("spoken") / "plain.wav", voices.recorded(12))
    return voices.encoded(plain, "voice.m4a", "-c:a", "aac", "-metadata", "artist=Somsri")


@pytest.fixture(scope="module")
def with_voice(photos: Path, spoken: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample's records with that reading imported; tests work on copies."""
    project = product.copy_of_sample(tmp_path_factory.mktemp("with_voice"))
    shutil.copytree(photos, project / ".tonbaep/cache/photos")
    _take_in(project, spoken)
    return project


@pytest.fixture
def voiced(with_voice: Path, tmp_path: Path) -> Path:
    """Return a copy of them for this test alone."""
    return Path(shutil.copytree(with_voice, tmp_path / "voiced"))


def _take_in(project: Path, file: Path, moment: Any = AFTER, **asked: Any) -> import_audio.Kept:
    usual = {"script": SCRIPT, "year": None, "slot": None, "recorded": moment.date(), "reader": "", "on_site": True}
    wanted = import_audio.Wanted(**{"file": file, **usual, "chime": True, "twice": False, **asked})
    return import_audio.take_in(project, _store(project), moment, wanted)


def _store(project: Path) -> Store:
    return Store(project / ".tonbaep/cache/photos")


def _records(project: Path) -> Records:
    return read(project, _store(project))


SOUNDS = [piece for piece in FIRST if piece.press.name in {"mp3", "wav"}]


def _built(project: Path, moment: Any, *, sealed: bool = False) -> set[str]:
    """Return the sound files that a build would make."""
    jobs = plan(SOUNDS, _records(project), moment, sealed=sealed)
    return {job.path for job in jobs if job.path.endswith((".mp3", ".wav"))}


def _offered(project: Path, moment: Any) -> set[str]:
    """Return the sound files that the site would offer."""
    jobs = plan_downloads(SOUNDS, disclosure.publish(_records(project), moment, "site"))
    return {job.path for job in jobs if job.path.endswith((".mp3", ".wav"))}


ON_STICK = {f"loudspeaker/2566/usb/01_{SCRIPT}.wav", f"loudspeaker/2566/usb/01_{SCRIPT}.mp3"}
FOR_ALL = f"loudspeaker/2566/audio/{SCRIPT}.mp3"
ON_SITE = f"files/2566/audio/{SCRIPT}.mp3"


def test_a_voice_goes_from_the_phone_to_the_stick_the_pack_and_the_page(
    published: Path, spoken: Path, browser: Browser
) -> None:
    """The whole way: imported, built, packed, and heard in a browser that opens the site from a folder."""
    done = product.tonbaep(
        published, "import", "audio", str(spoken), "--script", "result-m1", "--publish", "--as-of", product.AFTER
    )
    assert done.returncode == 0, done.stderr
    assert SCRIPT in done.stdout
    assert product.tonbaep(published, "build").returncode == 0
    listed = {entry["path"]: entry for entry in product.manifest(published)}
    for path in ON_STICK:
        heard = voices.measured(published / "build" / path)
        assert heard.loudness == pytest.approx(-16, abs=1)
        assert heard.peak <= -1
        assert listed[f"build/{path}"]["audience"] == "internal"
        assert listed[f"build/{path}"]["people"], "who is named must be found again when the name is taken back"
    shared = (published / "site" / ON_SITE).read_bytes()
    assert hashlib.sha256(shared).hexdigest() == listed[f"build/{FOR_ALL}"]["sha256"]
    assert not list((published / "site").rglob("*.wav"))
    assert not any(b"Somsri" in file.read_bytes() for file in (published / "site").rglob("*") if file.is_file())
    assert product.tonbaep(published, "pack").returncode == 0
    with zipfile.ZipFile(published / "build/packs/loudspeaker-2566.zip") as archive:
        assert {f"usb/01_{SCRIPT}.wav", f"usb/01_{SCRIPT}.mp3"} <= set(archive.namelist())
    page = browser.new_page()
    for start in ("index.html", "2566/easy.html"):
        page.goto((published / "site" / start).as_uri())
        page.get_by_role("link", name="ฟังประกาศ").click()
        assert page.url == f"{(published / 'site/2566/index.html').as_uri()}#voices"
    player = page.locator("audio")
    assert player.get_attribute("autoplay") is None
    assert player.get_attribute("preload") == "none"
    loaded = "(a) => new Promise((done, failed) => {a.onerror = failed; a.onloadedmetadata = done; a.load()})"
    player.evaluate(f"async (a) => {{a.preload = 'metadata'; await ({loaded})(a)}}")
    length = player.evaluate("(a) => a.duration")
    assert length == pytest.approx(float(voices.probed(published / "site" / ON_SITE)["format"]["duration"]), abs=0.1)
    assert f"{round(length)} วินาที" in page.locator(".tb-voice").inner_text().replace("\u00a0", " ")
    page.locator(".tb-voice summary").click()
    said = page.locator(".tb-voice details").inner_text()
    for chosen in _records(published).rounds[0].winners:
        assert chosen.name.last in said
    page.close()


def test_a_voice_whose_reader_did_not_agree_is_on_the_stick_alone(office: Path, spoken: Path) -> None:
    """A voice is personal data: the village knows it anyway, the world need not."""
    _take_in(office, spoken, on_site=False, reader="สมศรี ใจดี")
    assert _built(office, AFTER) == ON_STICK
    assert _offered(office, AFTER) == set()
    product.edit(office / LIST, "publish: ไม่ใช่", "publish: ใช่")
    assert _built(office, AFTER) == ON_STICK | {FOR_ALL}
    assert _offered(office, AFTER) == {ON_SITE}
    views = [job.sheet for job in plan(FIRST, _records(office), AFTER, sealed=False)]
    assert not any("สมศรี" in json.dumps(sheet.view, ensure_ascii=False) + sheet.title for sheet in views)


def test_a_result_is_recorded_before_its_moment_and_heard_only_after_it(office: Path, spoken: Path) -> None:
    """The announcer reads on the eve; until the moment the voice is sealed, and no public piece can find it."""
    _take_in(office, spoken, BEFORE)
    assert _built(office, BEFORE) == set()
    assert _offered(office, BEFORE) == set()
    assert list(voice.voices(disclosure.publish(_records(office), BEFORE, "site"))) == []
    assert _built(office, BEFORE, sealed=True) == {f"sealed/{path}" for path in (*ON_STICK, FOR_ALL)}
    assert _offered(office, AFTER) == {ON_SITE}


def test_a_voice_that_says_something_else_than_its_script_is_left_out_with_a_warning(
    voiced: Path, spoken: Path
) -> None:
    """A name may be corrected after the recording; the old recording must not go on air."""
    assert list(recorded.outdated(_records(voiced), AFTER)) == []
    product.edit(voiced / "winners/organisation.yaml", "board: ", "board: หน้า")
    assert _built(voiced, AFTER) == set()
    assert _offered(voiced, AFTER) == set()
    (warning,) = recorded.outdated(_records(voiced), AFTER)
    assert warning.warning
    assert "ไม่ตรงกับบท" in warning.message.th
    lines = (voiced / LIST).read_text(encoding="utf-8").splitlines()
    assert SCRIPT in lines[warning.line - 1][warning.column - 1 :]
    _take_in(voiced, spoken)
    assert _built(voiced, AFTER) == ON_STICK | {FOR_ALL}


def test_a_name_taken_back_takes_its_recordings_along(voiced: Path) -> None:
    """Nobody should have to remember that a recording still says the name."""
    winners = voiced / "winners/2566/winners.yaml"
    first = next(line for line in winners.read_text(encoding="utf-8").splitlines() if line.startswith("  - id: "))
    gone = f"{first}\n    name_suppressed:\n      reason: ร้องขอ\n      since: 1 พฤษภาคม 2566"
    product.edit(winners, first, gone)
    assert _built(voiced, AFTER) == set()
    assert _offered(voiced, AFTER) == set()


def test_two_readings_are_played_from_the_stick_and_one_on_the_site(office: Path, spoken: Path) -> None:
    """An announcer who cannot repeat a file wants both in one; a listener can press the button again."""
    _take_in(office, spoken, twice=True, chime=False)
    jobs = plan(SOUNDS, _records(office), AFTER, sealed=False)
    views = {job.path: job.sheet.view for job in jobs if job.path in ON_STICK | {FOR_ALL}}
    assert {path: view["twice"] for path, view in views.items()} == {**dict.fromkeys(ON_STICK, True), FOR_ALL: False}
    assert not any(view["chime"] for view in views.values())


def test_a_new_reading_takes_the_place_of_the_old_and_leaves_the_others(office: Path, spoken: Path) -> None:
    """What the clerk wrote beside another recording stays; a reader's name may contain any letters."""
    _take_in(office, spoken, script="result-m2-60", reader='สมศรี "ศรี" ใจดี: #1', on_site=False)
    _take_in(office, spoken, slot=90)
    first = _records(office).rounds[0].recordings
    _take_in(office, spoken, twice=True)
    second = _records(office).rounds[0].recordings
    assert [each.script for each in second] == [SCRIPT, "result-m2-60"]
    assert (first[0].slot, first[0].twice) == (90, False)
    assert (second[0].slot, second[0].twice) == (60, True)
    assert second[1].reader == 'สมศรี "ศรี" ใจดี: #1'
    assert second[1].on_site is False
    assert sorted(job for job in _built(office, AFTER) if job.endswith(".wav")) == [
        f"loudspeaker/2566/usb/01_{SCRIPT}.wav",
        "loudspeaker/2566/usb/02_result-m2-60.wav",
    ]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"script": "resul-m1-60"}, ("resul-m1-60", SCRIPT)),
        ({"script": "survey-m1-60"}, ("survey-m1-60", "build/loudspeaker")),
        ({"slot": 8}, ("12 วินาที", "4 วินาที")),
    ],
)
def test_nothing_is_written_where_a_voice_cannot_be_used(
    office: Path, spoken: Path, asked: dict[str, Any], words: tuple[str, ...]
) -> None:
    """Half an import would be worse than none."""
    before = product.digest(office / "winners")
    with pytest.raises(ProblemsFound) as found:
        _take_in(office, spoken, **asked)
    (problem,) = found.value.problems
    assert all(word in problem.say() for word in words), problem.say()
    assert product.digest(office / "winners") == before


def test_a_file_that_is_missing_or_was_put_there_by_hand_is_told(voiced: Path) -> None:
    """A file of unknown volume, or with unknown words, would go on air without anybody having heard it."""
    kept = voiced / f"winners/2566/audio/{SCRIPT}.flac"
    for change, words in ((lambda: kept.write_bytes(b"fLaC"), "ไม่ใช่ไฟล์ที่โปรแกรมบันทึกไว้"), (kept.unlink, "ไม่พบไฟล์เสียง")):
        change()
        with pytest.raises(ProblemsFound) as found:
            _records(voiced)
        (problem,) = found.value.problems
        assert words in problem.message.th
        assert problem.line
        assert f"--script {SCRIPT}" in problem.fix.th


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("slot: 60", "slot: หกสิบ", "slot"),
        ("publish: ใช่", "publish: ได้", "publish"),
        ("    chime: ใช่\n", "", "chime"),
        ("words: ", "words: x", "import audio"),
    ],
)
def test_a_slip_in_the_list_is_told_at_its_place(voiced: Path, old: str, new: str, words: str) -> None:
    """The list is read as strictly as every record."""
    product.edit(voiced / LIST, old, new)
    with pytest.raises(ProblemsFound) as found:
        _records(voiced)
    (problem,) = found.value.problems
    assert problem.file == LIST
    assert problem.line
    assert words in problem.say()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import",), ("audio",)),
        (("import", "vidoe"), ("vidoe", "audio")),
        (("import", "audio"), ("ไฟล์เสียง", "--script")),
        (("import", "audio", "a.m4a"), ("--script", "result-m1-60")),
        (("import", "audio", "a.m4a", "--script", "result-m1", "--slot", "นาที"), ("--slot", "นาที")),
        (("import", "audio", "a.m4a", "--scirpt", "result-m1"), ("--scirpt", "--script")),
    ],
)
def test_a_slip_in_the_command_is_told_with_its_cure(
    office: Path, arguments: tuple[str, ...], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong usage is distinguished from wrong records, in both languages."""
    where = ("--project", str(office))
    assert cli.main((*arguments, "--lang", "en", *where)) == 2
    capsys.readouterr()
    assert cli.main((*arguments, *where)) == 2
    said = capsys.readouterr().err
    assert all(word in said for word in words), said


def test_help_says_how_a_voice_is_imported(capsys: pytest.CaptureFixture[str]) -> None:
    """Help works with and without saying what to import."""
    for arguments in (("import", "--help"), ("import", "audio", "--help")):
        assert cli.main(arguments) == 0
        assert "--script" in capsys.readouterr().out


SPEAKER = """\
import shutil, sys
text, wav = sys.argv[1:]
assert open(text, encoding="utf-8").read().strip()
shutil.copy({voice!r}, wav)
"""
"""A program that speaks: the same voice, whatever it is given."""


def _with_speaker(project: Path, program: str, *arguments: str) -> None:
    file = project / "speaker.py"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable, str(file), *(arguments or ("{text_file}", "{wav_file}"))]
    records = project / "winners/organisation.yaml"
    with records.open("a", encoding="utf-8") as out:
        out.write(f"rehearsal_voice: {json.dumps(command)}\n")


def _rehearse(project: Path, *more: str) -> tuple[int, str]:
    done = product.tonbaep(project, "rehearse", "--script", "result-m1", "--as-of", product.AFTER, *more)
    return done.returncode, done.stdout + done.stderr


def test_a_machines_voice_is_for_rehearsal_alone(office: Path, tmp_path: Path) -> None:
    """It shows how long a reading takes; it says itself what it is, and no way leads from it to village or site."""
    said = voices.wav(tmp_path / "said.wav", voices.recorded(5))
    _with_speaker(office, SPEAKER.format(voice=str(said)))
    code, told = _rehearse(office)
    assert code == 0, told
    assert "5 จากเวลา 60 วินาที" in told
    (made,) = (path for path in office.rglob("*.wav") if office.joinpath("build") in path.parents)
    assert made == office / f"build/rehearsal/rehearsal_{SCRIPT}.wav"
    assert float(voices.probed(made)["format"]["duration"]) > 10, "the warning is spoken too"
    (entry,) = product.manifest(office)
    assert (entry["piece"], entry["audience"]) == ("rehearsal", "internal")
    assert "ห้ามออกอากาศ" in entry["title"]
    assert _built(office, AFTER) == _offered(office, AFTER) == set()
    with pytest.raises(ProblemsFound) as found:
        _take_in(office, made)
    assert "เสียงซ้อม" in found.value.problems[0].message.th


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import sys; sys.exit('no such voice: th')", "no such voice: th"),
        ("", "ไม่ได้เขียนไฟล์เสียง"),
        ("import sys; open(sys.argv[2], 'w').write('x')", "ไม่ได้เขียนไฟล์เสียง"),
    ],
)
def test_a_speaking_program_that_fails_is_told_of(office: Path, program: str, words: str) -> None:
    """The person who maintains it needs its own last words."""
    _with_speaker(office, program)
    code, told = _rehearse(office)
    assert code == 1
    assert words in told
    assert not (office / "build").exists()


def test_a_rehearsal_needs_a_program_and_its_two_places(office: Path) -> None:
    """The cure shows how a command is written."""
    code, told = _rehearse(office)
    assert code == 1
    assert "rehearsal_voice: [espeak-ng" in told
    _with_speaker(office, "", "{text_file}")
    code, told = _rehearse(office)
    assert code == 1
    assert "{wav_file}" in told


def test_a_sound_in_which_nobody_can_have_read_the_script_is_refused(tmp_path: Path) -> None:
    """A tone of three seconds was taken for a script of a minute, and would have gone to the loudspeaker."""
    project = product.copy_of_sample(tmp_path / "project")
    short = voices.wav(tmp_path / "short.wav", voices.recorded(4))
    with pytest.raises(ProblemsFound) as found:
        _take_in(project, short)
    (problem,) = found.value.problems
    assert SCRIPT in problem.message.th
    assert "พยางค์" in problem.message.th
    assert not (project / LIST).exists()
