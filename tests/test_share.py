"""The store that machines share: it saves work, tells nobody anything, is believed in nothing, and may fail at will."""

from __future__ import annotations

import errno
import json
import os
import shlex
import subprocess
import sys
import threading
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import boto3
import pytest
from moto.server import ThreadedMotoServer

from generator import share as share_room
from generator.problems import ProblemsFound
from generator.share import ENGINES, Share, made_with
from generator.store import Store, key_of
from tests.support import batches
from tests.support.batches import WINNER, office
from tests.support.product import AFTER, BEFORE, ROOT, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.small import Small

KEY = key_of("a poster of", WINNER)
VALUE = f"%PDF {WINNER}".encode() * 100


class Place(NamedTuple):
    """A share of one kind, and its objects as whoever runs it sees them."""

    address: str
    objects: Callable[[], dict[str, bytes]]
    overwrite: Callable[[str, bytes], object]


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """Start an S3 server on loopback, and return its address."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Any:
    """Return a bucket of its own for a test, as its owner sees it; the environment leads to its server."""
    for name, value in {"ENDPOINT_URL": s3, "ACCESS_KEY_ID": "who", "SECRET_ACCESS_KEY": "canary-secret"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    name = f"b{abs(hash(request.node.name))}"
    made = boto3.resource("s3").Bucket(name)
    made.create()
    return made


@pytest.fixture(params=["folder", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Return a share of each kind."""
    if request.param == "folder":
        root = tmp_path / "ร่วม"
        root.mkdir()
        return Place(
            str(root),
            lambda: {str(file): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()},
            lambda name, value: Path(name).write_bytes(value),
        )
    bucket = request.getfixturevalue("bucket")
    return Place(
        f"s3://{bucket.name}/tonbaep",
        lambda: {each.key: each.get()["Body"].read() for each in bucket.objects.all()},
        lambda name, value: bucket.put_object(Key=name, Body=value),
    )


def test_what_one_machine_made_another_has(place: Place, tmp_path: Path) -> None:
    """That is the whole use of it; afterwards the other machine's own store has it, and need not ask."""
    one, two = (Store(tmp_path / name, second=Share(place.address)) for name in ("one", "two"))
    assert two.get(KEY, travels=True) is None
    one.put(KEY, VALUE, travels=True)
    assert two.get(KEY, travels=True) == VALUE
    assert Store(tmp_path / "two").get(KEY) == VALUE
    one.put(key_of("a record"), b"stays")
    assert len(place.objects()) == 1
    assert Share(place.address).told() == ()


def test_whoever_looks_into_it_learns_nothing(place: Place) -> None:
    """A sheet may name who is to be announced next week: its bytes are sealed by what only the records tell."""
    Share(place.address).put(KEY, VALUE)
    ((name, raw),) = place.objects().items()
    assert WINNER.encode() not in raw
    assert b"%PDF" not in raw
    assert KEY not in name
    assert Share(place.address).get(key_of("a poster of", "somebody else")) is None


def test_an_object_is_written_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two machines make the same at once: the second leaves what is there, and is told nothing of it."""
    Share(place.address).put(KEY, VALUE)
    ((name, _),) = place.objects().items()
    place.overwrite(name, b"what was there first")
    second = Share(place.address)
    second.put(KEY, VALUE)
    assert place.objects() == {name: b"what was there first"}
    assert second.told() == ()


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda raw: raw[: len(raw) // 2],
    "begun": lambda raw: raw[:9],
    "empty": lambda _: b"",
    "one bit": lambda raw: raw[:-20] + bytes((raw[-20] ^ 1,)) + raw[-19:],
    "longer": lambda raw: raw + b"\0",
    "as it would be unsealed": lambda _: VALUE,
    "a pickle": lambda _: b"cos\nsystem\n(S'touch /tmp/harm'\ntR.",
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_wrong_in_it_is_told_once_and_made_anew(place: Place, change: str) -> None:
    """A power cut, a failing disk or a person changed it: no poster may be made of that."""
    Share(place.address).put(KEY, VALUE)
    ((name, right),) = place.objects().items()
    place.overwrite(name, CHANGES[change](right))
    mine = Share(place.address)
    assert mine.get(KEY) is None
    assert mine.get(KEY) is None
    mine.put(KEY, VALUE)
    (said,) = mine.told()
    assert said.warning
    assert "1 ไฟล์ที่เสีย" in said.message.th
    assert place.objects() == {name: right}
    assert Share(place.address).get(KEY) == VALUE


def test_an_object_in_another_s_place_does_not_open(place: Place) -> None:
    """A share that answers with some other sheet, sound in itself, would put the wrong face on a poster."""
    share = Share(place.address)
    share.put(KEY, VALUE)
    ((first, raw),) = place.objects().items()
    share.put(key_of("another"), b"other")
    second = next(name for name in place.objects() if name != first)
    place.overwrite(second, raw)
    assert Share(place.address).get(key_of("another")) is None


def test_an_endless_object_is_not_taken_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lying share could fill the memory of every worker."""
    Share(str(tmp_path)).put(KEY, VALUE)
    (file,) = (each for each in tmp_path.rglob("*") if each.is_file())
    monkeypatch.setattr(share_room, "LARGEST", 10_000)
    with file.open("ab") as opened:
        opened.truncate(1 << 40)  # sparse: it takes no room
    mine = Share(str(tmp_path))
    assert mine.get(KEY) is None
    assert len(mine.told()) == 1


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "เต็ม"), (errno.EDQUOT, "เต็ม"), (errno.EROFS, "เขียนลงที่เก็บร่วมไม่ได้")]
)
def test_a_full_or_read_only_share_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    """What others kept is of use all the same; the fault is told once, and nobody tries a hundred times."""
    Share(str(tmp_path)).put(KEY, VALUE)
    tried = []

    def refuse(*_: object, **__: object) -> None:
        tried.append(1)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Share, "_write", refuse)
    store = Store(tmp_path / "mine", second=(mine := Share(str(tmp_path))))
    for each in range(3):
        store.put(key_of(each), b"made", travels=True)
    assert store.get(KEY, travels=True) == VALUE
    assert store.get(key_of(1)) == b"made"
    assert len(tried) == 1
    assert [said in each.message.th for each in mine.told()] == [True]


def test_a_share_that_does_not_answer_is_asked_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder whose server is gone answers never: the build would hang for ever."""
    monkeypatch.setattr(share_room, "PATIENCE", 0.1)
    never, asked = threading.Event(), []

    def wait(self: Share, name: str) -> bytes:
        asked.append(name)
        never.wait(60)
        return b""

    monkeypatch.setattr(Share, "_read", wait)
    mine = Share(str(tmp_path))
    assert [mine.get(key_of(each)) for each in range(50)] == [None] * 50
    mine.put(KEY, VALUE)
    never.set()
    assert len(asked) == 1
    assert ["ช้าเกินไป" in each.message.th for each in mine.told()] == [True]
    assert list(tmp_path.iterdir()) == []


def test_a_share_that_takes_longer_than_it_saves_is_asked_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each answer comes in time, and a thousand of them take longer than to make everything."""
    monkeypatch.setattr(share_room, "ALLOWANCE", 0.3)
    asked = []

    def slowly(self: Share, name: str) -> bytes:
        asked.append(name)
        time.sleep(0.1)
        raise FileNotFoundError(name)

    monkeypatch.setattr(Share, "_read", slowly)
    mine = Share(str(tmp_path))
    for each in range(50):
        mine.get(key_of(each))
    assert len(asked) < 10
    assert len(mine.told()) == 1


def test_where_nothing_is_mounted_nothing_is_made(tmp_path: Path) -> None:
    """A folder made in the place of the share would fill this machine's disk, unseen."""
    gone = tmp_path / "ร่วม"
    gone.mkdir()
    mine = Share(str(gone))
    mine.put(KEY, VALUE)
    gone.rename(tmp_path / "moved")
    mine.put(key_of("other"), VALUE)
    assert not gone.exists()
    assert ["ไม่พบที่เก็บร่วม" in each.message.th for each in mine.told()] == [True]
    other = Share(str(gone))
    assert other.get(KEY) is None
    assert len(other.told()) == 1


def test_a_bucket_that_is_not_there_stops_nothing(bucket: Any) -> None:
    """A name typed wrongly: everything is made here, and the clerk is told once."""
    mine = Share(f"s3://{bucket.name}-nowhere/x")
    assert mine.get(KEY) is None
    mine.put(KEY, VALUE)
    mine.put(key_of("other"), VALUE)
    assert len(mine.told()) == 1


@pytest.mark.parametrize(
    "address",
    ["s3://user:canary-secret@bucket/x", "s3://bucket/x?key=canary-secret", "simplecache::s3://bucket/x",
     "https://host/canary", "nothing://x"],
)  # fmt: skip
def test_an_address_with_a_secret_or_of_no_kind_is_refused(address: str) -> None:
    """It stands in the list of processes, in job lists and in what is told: a password there is everybody's."""
    with pytest.raises(ProblemsFound) as found:
        Share(address)
    (problem,) = found.value.problems
    assert "canary-secret" not in problem.say("th") + problem.say("en")


def test_a_key_of_a_share_holds_all_that_decides_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Pillow, another compressor or another processor may make other bytes of the same records."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {line.split(">")[0].strip() for line in project["dependencies"]}
    write_nothing_shared = {
        *("flask", "waitress", "tqdm"),  # screens
        *("pydantic", "pyyaml", "python-calamine", "idna"),  # reading: what they read stands in the key
        *("mkdocs", "mkdocs-material"),  # make the site anew from what is shared
    }
    assert names == {*ENGINES} | write_nothing_shared
    before = made_with.__wrapped__()
    monkeypatch.setattr("generator.share.platform.machine", lambda: "another")
    assert made_with.__wrapped__() != before
    monkeypatch.undo()
    monkeypatch.setattr(share_room, "version", lambda _: "0")
    assert made_with.__wrapped__() != before


def _build(project: Path, *words: str, moment: str = AFTER) -> dict[str, Any]:
    made = subprocess.run(
        (sys.executable, "-m", "generator", "build", "--json", "--as-of", moment, "--project", str(project), *words),
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr + made.stdout
    value: dict[str, Any] = json.loads(made.stdout)
    return value


@pytest.mark.usefixtures("builds")
def test_another_machine_presses_nothing_and_makes_the_same(place: Place, tmp_path: Path) -> None:
    """The files are the same to the byte with a share, without one, and with one in which something was cut."""
    projects = [office(tmp_path / name, "office") for name in ("alone", "first", "second", "third")]
    alone, first, second, third = projects
    _build(alone)
    for each in (second, third):  # another machine has nothing of what this one read
        for file in (each / ".tonbaep").rglob("*.sqlite3"):
            file.unlink()
    told = _build(first, "--shared", place.address)
    assert told["pressed"]
    told = _build(second, "--shared", place.address)
    assert told["pressed"] == []
    assert not any(place.address in each["file"] for each in told["warnings"])
    name, raw = max(place.objects().items(), key=lambda each: len(each[1]))
    place.overwrite(name, raw[:-1])
    told = _build(third, "--shared", place.address)
    assert [each["message"]["en"][:8] for each in told["warnings"] if place.address in each["file"]] == ["1 files "]
    assert {digest(each / "build") for each in projects} == {digest(alone / "build")}
    assert place.objects()[name] == raw
    everything = b"".join(place.objects().values())
    assert not [word for word in (WINNER, "%PDF", "JFIF") if word.encode() in everything]


@pytest.mark.usefixtures("builds")
def test_what_may_not_be_known_yet_stays_on_its_machine(tmp_path: Path, small: Small) -> None:
    """A sealed sheet names somebody before the moment; so does all that is made for a moment that has not come."""
    share, poster = tmp_path / "share", ("--only", "poster", "--shared", str(tmp_path / "share"))
    share.mkdir()
    _build(small.project, *poster, moment=BEFORE)
    known = {file.name for file in share.rglob("*")}
    sealed = _build(small.project, *poster, "--sealed", moment=BEFORE)
    assert sealed["pressed"]
    assert all("sealed" in path for path in sealed["pressed"])
    photos = [each for each in share.rglob("*") if each.is_file() and each.name not in known]
    assert len(photos) < len(sealed["pressed"])
    with_sheets = len(list(share.rglob("*")))
    for file in (small.project / ".tonbaep").rglob("*.sqlite3"):
        file.unlink()
    again = _build(small.project, *poster, "--sealed", moment=BEFORE)
    assert sorted(again["pressed"]) == sorted(sealed["pressed"])
    assert len(list(share.rglob("*"))) == with_sheets
    ahead = _build(small.project, *poster, moment="2690-01-01 12:00")
    assert ahead["preview"]
    assert ahead["pressed"]
    assert len(list(share.rglob("*"))) == with_sheets


def test_a_share_within_the_office_is_refused(tmp_path: Path) -> None:
    """Its objects would lie among the records, or be swapped away with the site."""
    project = office(tmp_path, "office")
    made = subprocess.run(
        (sys.executable, "-m", "generator", "build", "--project", str(project), "--shared", "build/share"),
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert made.returncode == 1
    assert "ที่เก็บร่วมอยู่ในโฟลเดอร์ของหน่วยงาน" in made.stderr


def test_a_single_office_never_loads_what_a_share_needs(tmp_path: Path) -> None:
    """They are an extra that it does not install."""
    project = office(tmp_path, "office")
    program = (
        "import sys; from generator.cli import main; sys.argv[1:] = sys.argv[1:]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "assert not {'fsspec', 's3fs', 'cryptography', 'distributed'} & {*sys.modules}\nprint('clean')"
    )
    words = ("build", "--only", "captions", "--as-of", AFTER, "--project", str(project))
    made = subprocess.run(
        (sys.executable, "-c", program, *words), cwd=ROOT, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert made.stdout.endswith("clean\n"), made.stderr


@pytest.mark.usefixtures("builds")
def test_a_batch_gives_the_address_to_every_worker(tmp_path: Path) -> None:
    """Whoever hands out the work, each office is built with the share; one that cannot be is told before any work."""
    everyone, share = tmp_path / "all", tmp_path / "ร่วม กัน"
    office(everyone, "one")
    share.mkdir()
    lines = batches.batch(everyone, "--list-jobs", "--shared", str(share))
    assert shlex.split(lines.stdout.splitlines()[0])[-2:] == ["--shared", str(share)]
    ended = batches.batch(everyone, "--workers", "1", "--shared", str(share))
    assert ended.returncode == 0, ended.stderr
    assert [each for each in share.rglob("*") if each.is_file()]
    refused = batches.batch(everyone, "--shared", "s3://me:canary@bucket/x")
    assert refused.returncode == 1
    assert "canary" not in refused.stderr
    assert batches.batch(everyone, "--shared", str(everyone / "share")).returncode == 1
