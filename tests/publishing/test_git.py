"""A site on a branch: one commit a release, nobody's work lost, and no history of whoever withdrew."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

import pytest

from generator.disk.swap import Workshop
from generator.model import Target
from generator.publishing import closing, places
from generator.publishing.connecting import Known
from generator.publishing.faults import HostFault
from generator.publishing.passwords import VARIABLE, Password
from generator.publishing.places import Hand
from generator.publishing.release import Report
from tests.support.hosts import HERE
from tests.support.published import FIRST, MALEE, SECOND, SOMSAK, THIRD, Clerk, site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.publishing.release import Wanted
    from tests.support.hosts import Served

GIT = shutil.which("git") or ""
pytestmark = [
    pytest.mark.skipif(not GIT, reason="git itself says what is in a repository"),
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),  # dulwich leaves answers to be closed by chance
]

PAGES: dict[str, str | bytes] = {
    "index.html": "<p>หน้าแรก</p>",
    "2567/malee.html": "<p>มาลี</p>",
    "files/a.pdf": b"%PDF-\x00\xff",
}
CANARY = "canary-of-a-token"
BRANCH = "gh-pages"


def git(*words: str | Path, at: Path) -> str:
    """Return what git itself says, with nobody's settings."""
    calm = {"GIT_CONFIG_NOSYSTEM": "1", "HOME": str(at), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    who = {f"GIT_{role}_{part}": "another" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    run = subprocess.run(
        (GIT, "-C", at, *words),
        env={**calm, **who, "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode().rstrip("\n")


class Office:
    """A repository somewhere, and a project that publishes to it."""

    def __init__(self, folder: Path) -> None:
        """Begin with an empty repository."""
        self.bare, self.copies = folder / "x.git", folder
        git("init", "-q", "--bare", "-b", "main", self.bare, at=folder)
        self.target = Target("git", str(self.bare), branch=BRANCH)
        self.workshop = self.computer("project")

    def computer(self, name: str) -> Workshop:
        """Return the workshop of another copy of the project."""
        (self.copies / name / ".tonbaep").mkdir(parents=True)
        return Workshop(self.copies / name)

    def place(self, workshop: Workshop | None = None, at: str = FIRST) -> places.Place:
        """Return the branch as a project reaches it."""
        clerk, shop = Clerk(says=True), workshop or self.workshop
        password = Password(self.target, lambda: "")
        known = Known(shop, self.target, clerk._answer)  # noqa: SLF001 - a test's own
        return places.reached(self.target, password, known, shop, Hand("อบต.ควนเมา", "noreply@khuanmao.example", at))

    def put(
        self,
        wanted: Wanted,
        *permitted: str,
        clerk: Clerk | None = None,
        adopt: bool = False,
        workshop: Workshop | None = None,
    ) -> Report:
        """Publish a site."""
        place = self.place(workshop, wanted.at)
        try:
            return place.publish(wanted, (clerk or Clerk()).asks(*permitted, adopt=adopt))
        finally:
            place.leave()

    def back(self, *permitted: str) -> str:
        """Go back, and return to which moment."""
        place = self.place(at=THIRD)
        try:
            return place.back(Clerk().asks(*permitted)).at
        finally:
            place.leave()

    def moments(self) -> list[str]:
        """Return what `--list` lists."""
        place = self.place()
        there = place.standing()
        place.leave()
        return [there.at, *(each.at for each in there.earlier)] if there else []

    def seen(self, branch: str = BRANCH) -> dict[str, bytes]:
        """Return the files that git itself checks out."""
        copy = self.copies / "clone"
        shutil.rmtree(copy, ignore_errors=True)
        git("clone", "-q", "-b", branch, self.bare, copy, at=self.copies)
        found = (each for each in copy.rglob("*") if each.is_file() and ".git" not in each.parts)
        return {each.relative_to(copy).as_posix(): each.read_bytes() for each in found}

    def log(self, form: str = "%s") -> list[str]:
        """Return the commits of the branch, newest first."""
        return git("log", f"--format={form}", BRANCH, at=self.bare).splitlines()

    def somebody(self, files: dict[str, str], branch: str = BRANCH, *, root: bool = False) -> None:
        """Push as somebody else would."""
        copy = self.copies / "somebody"
        shutil.rmtree(copy, ignore_errors=True)
        if root:
            git("init", "-q", "-b", branch, copy, at=self.copies)
            git("remote", "add", "origin", self.bare, at=copy)
        else:
            git("clone", "-q", "-b", branch, self.bare, copy, at=self.copies)
        for name, text in files.items():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_text(text, encoding="utf-8")
        git("add", "-A", at=copy)
        git("commit", "-q", "-m", "somebody's work", at=copy)
        git("push", "-q", "origin", branch, at=copy)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with an empty repository."""
    return Office(tmp_path)


def raw(files: dict[str, str] | dict[str, str | bytes]) -> dict[str, bytes]:
    """Return files as a branch has them: with the one that tells a host to leave them alone."""
    return {".nojekyll": b"", **{name: v.encode() if isinstance(v, str) else v for name, v in files.items()}}


def test_git_itself_checks_out_exactly_the_site(office: Office) -> None:
    """What a host shows is what git finds, and a whole repository passes its own check."""
    report = office.put(site(PAGES))
    assert report.sent == tuple(sorted(PAGES))
    assert office.seen() == raw(PAGES)
    git("fsck", "--strict", "--no-dangling", at=office.bare)
    assert office.log("%an <%ae> %aI") == [f"อบต.ควนเมา <noreply@khuanmao.example> {FIRST}"]
    assert office.log() == ["เผยแพร่เว็บไซต์ 21 เมษายน 2567 เวลา 09.00 น."]


def test_nothing_changed_is_no_commit(office: Office) -> None:
    """A log in which every day stands tells nobody when something changed."""
    office.put(site(PAGES))
    assert office.put(site(PAGES, SECOND)) == Report(same=3)
    assert len(office.log()) == 1


def test_a_release_lies_on_top_of_the_one_before_and_only_what_changed_is_sent(office: Office) -> None:
    """Everybody's copy goes forward; nothing is pushed by force."""
    office.put(site({**PAGES, "large.bin": os.urandom(300_000)}, FIRST))
    packs = {each.name for each in (office.bare / "objects/pack").glob("*.pack")}
    large = office.seen()["large.bin"]
    office.put(site({"index.html": "2", "2567/malee.html": PAGES["2567/malee.html"], "large.bin": large}, SECOND))
    assert len(office.log()) == 2
    assert set(office.seen()) == {".nojekyll", "index.html", "2567/malee.html", "large.bin"}
    new = [each for each in (office.bare / "objects/pack").glob("*.pack") if each.name not in packs]
    assert sum(each.stat().st_size for each in new) < 3_000


def test_back_commits_what_was_before_and_sends_no_content(office: Office) -> None:
    """Two steps back are two releases back, and the way forward stays in the log."""
    for number, at in enumerate((FIRST, SECOND, THIRD), 1):
        office.put(site({**PAGES, "index.html": str(number)}, at))
    assert office.moments() == [THIRD, SECOND, FIRST]
    assert office.back() == SECOND
    assert office.seen() == raw({**PAGES, "index.html": "2"})
    assert office.moments() == [SECOND, FIRST]
    assert office.back() == FIRST
    assert office.seen() == raw({**PAGES, "index.html": "1"})
    assert len(office.log()) == 5
    office.put(site({**PAGES, "index.html": "4"}, THIRD))
    assert office.moments() == [THIRD, FIRST]


def test_back_from_the_first_release_takes_the_site_down_and_leaves_what_others_have(office: Office) -> None:
    """What should never have been seen must be gone in one step, as at every other place."""
    office.somebody({"README.md": "theirs"}, root=True)
    office.put(site(PAGES), clerk=Clerk(says=True))
    assert office.back() == ""
    assert office.seen() == {"README.md": b"theirs"}
    assert office.moments() == [""]
    with pytest.raises(HostFault):
        office.back()
    office.put(site(PAGES, THIRD))
    assert office.seen() == {**raw(PAGES), "README.md": b"theirs"}
    assert office.moments() == [THIRD, ""]


def test_another_computer_goes_on_where_the_first_one_left_off(office: Office) -> None:
    """The clerk who published is on leave."""
    office.put(site(PAGES))
    other = office.computer("other")
    report = office.put(site({**PAGES, "index.html": "2"}, SECOND), workshop=other)
    assert report.sent == ("index.html",)
    assert len(office.log()) == 2


@pytest.mark.parametrize("says", [True, False])
def test_a_branch_of_others_is_taken_only_when_somebody_agrees_and_keeps_their_files(
    office: Office, *, says: bool
) -> None:
    """A readme, a domain's name, another page: none of it is ours to remove."""
    office.somebody({"README.md": "theirs", "CNAME": "award.khuanmao.example"}, root=True)
    clerk = Clerk(says=says)
    if says:
        office.put(site(PAGES), clerk=clerk)
        office.put(site({"index.html": "2"}, SECOND))
        assert office.seen() == raw({"index.html": "2", "README.md": "theirs", "CNAME": "award.khuanmao.example"})
        assert len(office.log()) == 3
    else:
        with pytest.raises(HostFault):
            office.put(site(PAGES), clerk=clerk)
        assert len(office.log()) == 1
    assert ["README.md" in question for question in clerk.questions] == [True]


def test_a_file_of_others_under_a_name_of_the_site_needs_to_be_taken_over(office: Office) -> None:
    """It may be another site's start page."""
    office.somebody({"index.html": "theirs"}, root=True)
    with pytest.raises(HostFault) as told:
        office.put(site(PAGES), clerk=Clerk(says=True))
    assert "index.html" in told.value.message.th
    office.put(site(PAGES), adopt=True)
    assert office.seen() == raw(PAGES)


def test_what_somebody_pushes_in_between_is_not_pushed_over(office: Office) -> None:
    """Of two who push at once the second is told, and goes on top the next time."""
    office.put(site(PAGES))
    place = office.place(at=SECOND)
    office.somebody({"README.md": "theirs"})
    with pytest.raises(HostFault) as told:
        place.publish(site({"index.html": "2"}, SECOND), Clerk().asks())
    place.leave()
    assert BRANCH in told.value.message.th
    assert office.log() == ["somebody's work", office.log()[-1]]
    office.put(site({"index.html": "2"}, SECOND))
    assert office.log()[1] == "somebody's work"
    assert office.seen() == raw({"index.html": "2", "README.md": "theirs"})


def test_what_somebody_changed_of_the_site_is_told_and_mended(office: Office) -> None:
    """A page that was corrected on the host only would come back wrong later, and nobody would know why."""
    office.put(site(PAGES))
    office.somebody({"index.html": "changed by hand"})
    report = office.put(site(PAGES, SECOND))
    assert report.altered == ("index.html",)
    assert office.seen() == raw(PAGES)
    assert "changed by hand" in git("show", f"{BRANCH}~1:index.html", at=office.bare)


def test_history_forgets_whoever_withdrew_and_keeps_what_came_before(office: Office) -> None:
    """A branch that shows no name while its history does is a register of who withdrew."""
    office.put(site({"index.html": "before"}, FIRST, (SOMSAK,)), SOMSAK, MALEE)
    office.put(site(PAGES, SECOND, (MALEE, SOMSAK)), MALEE, SOMSAK)
    shown = office.log("%H")[0]
    office.put(site({"index.html": "3"}, THIRD, (SOMSAK,)), SOMSAK)
    assert len(office.log()) == 2
    assert shown not in office.log("%H")
    everything = git("log", "-p", "--text", BRANCH, at=office.bare)
    assert "before" in everything
    assert "มาลี" not in everything
    assert not (office.workshop.folder / "git").exists()
    office.put(site({"index.html": "4"}, THIRD, (SOMSAK,)), SOMSAK)
    assert len(office.log()) == 3


def test_what_git_hosts_still_show_is_said(office: Office) -> None:
    """The commit can be opened by its number until the host purges it, and other branches keep it."""
    office.put(site(PAGES, FIRST, (MALEE,)), MALEE)
    shown = office.log("%H")[0]
    git("branch", "copy", BRANCH, at=office.bare)
    report = office.put(site({"index.html": "2"}, SECOND))
    said = " ".join(each.th for each in closing.warnings(report))
    assert shown[:10] in said
    assert "refs/heads/copy" in said
    assert len(office.log()) == 1


def test_a_withdrawal_alone_rewrites_history_though_no_page_changes(office: Office) -> None:
    """The page went a release ago; its history did not, since the consent ended only now."""
    office.put(site(PAGES, FIRST, (MALEE,)), MALEE)
    office.put(site({"index.html": "2"}, SECOND), MALEE)
    assert office.put(site({"index.html": "2"}, THIRD), MALEE).forgotten == ()
    report = office.put(site({"index.html": "2"}, THIRD))
    assert len(report.forgotten) == 2
    assert len(office.log()) == 1
    assert office.seen() == raw({"index.html": "2"})


def test_going_back_to_whoever_withdrew_is_refused(office: Office) -> None:
    """One step back must not undo a withdrawal."""
    office.put(site(PAGES, FIRST, (MALEE,)), MALEE)
    office.put(site({"index.html": "2"}, SECOND), MALEE)
    with pytest.raises(HostFault):
        office.back(SOMSAK)
    assert office.back(MALEE) == FIRST


def test_a_line_that_others_wrote_like_ours_is_not_believed(office: Office) -> None:
    """Whoever pushes there could otherwise say that their files are ours to remove."""
    office.somebody({"README.md": "theirs"}, root=True)
    copy = office.copies / "somebody"
    for line in ("Tonbaep: x", "Tonbaep: c${NkVQ^jK", "Tonbaep: "):
        git("commit", "-q", "--allow-empty", "-m", f"subject\n\n{line}", at=copy)
    git("push", "-q", "origin", BRANCH, at=copy)
    office.put(site(PAGES), clerk=Clerk(says=True))
    assert office.seen() == raw({**PAGES, "README.md": "theirs"})


def test_a_workshop_in_ruins_is_begun_anew(office: Office) -> None:
    """All of it can be fetched again."""
    office.put(site(PAGES))
    shutil.rmtree(office.workshop.folder / "git/objects")
    (office.workshop.folder / "git/HEAD").write_text("no head", encoding="utf-8")
    assert office.put(site({**PAGES, "index.html": "2"}, SECOND)).sent == ("index.html",)


@pytest.mark.parametrize("cut", [True, False])
def test_one_damaged_thing_in_the_workshop_is_fetched_again(office: Office, *, cut: bool) -> None:
    """A power cut leaves files with nothing in them."""
    for number in range(6):
        office.put(site({**PAGES, "deep/er/page.html": f"{number}"}))
        loose = sorted(each for each in (office.workshop.folder / "git/objects").rglob("*") if len(each.name) == 38)
        damaged = loose[number % len(loose)]
        damaged.chmod(0o600)
        if cut:
            damaged.write_bytes(b"")
        else:
            damaged.unlink()
        files: dict[str, str | bytes] = {**PAGES, "index.html": f"{number}", "deep/er/page.html": f"{number}"}
        office.put(site(files, SECOND))
        assert office.seen() == raw(files)


def test_what_is_no_repository_is_told(office: Office) -> None:
    """A slip in the address is the most likely fault of all."""
    office.target = Target("git", str(office.copies / "none.git"), branch=BRANCH)
    with pytest.raises(HostFault) as told:
        office.put(site(PAGES))
    assert "none.git" in told.value.message.th


def test_a_repository_behind_ssh_takes_releases_and_ways_back(
    office: Office, running: Callable[[str], Served], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server of the office's own, or a git host with a key; it is known by its fingerprint as for SFTP."""
    served = running("openssh")
    office.bare = served.user.home / "y.git"
    git("init", "-q", "--bare", "-b", "main", office.bare, at=office.copies)
    git("config", "--global", "--add", "safe.directory", "*", at=office.copies)
    shutil.copy(office.copies / ".gitconfig", served.user.home / ".gitconfig")
    for each in (office.bare, *office.bare.rglob("*"), served.user.home / ".gitconfig"):
        os.chown(each, *served.user.ids)
    monkeypatch.setenv(VARIABLE, served.user.password)
    for folder in ("~/y.git", f"{office.bare}".removeprefix("/")):
        office.target = Target("git", folder, HERE, served.user.name, served.port, BRANCH, "ssh")
        office.put(site({**PAGES, "large.bin": os.urandom(400_000)}, FIRST))
        office.put(site({**PAGES, "folder": folder}, SECOND))
        assert office.seen()["folder"] == folder.encode()
        assert office.back() == FIRST
        assert len(office.seen()["large.bin"]) == 400_000
    office.put(site(PAGES, THIRD), workshop=office.computer("other"))
    assert office.seen() == raw(PAGES)
    monkeypatch.setenv(VARIABLE, "another")
    with pytest.raises(HostFault):
        office.put(site({"index.html": "2"}))
    monkeypatch.setenv(VARIABLE, served.user.password)
    office.target = office.target._replace(folder="none.git")
    with pytest.raises(HostFault) as told:
        office.put(site({"index.html": "2"}))
    assert "none.git" in told.value.message.th


class _Host(BaseHTTPRequestHandler):
    """A git host on this computer: git's own program behind a password."""

    root: ClassVar[Path]
    heard: ClassVar[list[str]]

    def _answer(self) -> None:
        self.heard.append(f"{self.command} {self.path}")
        if CANARY not in _decoded(self.headers.get("Authorization", "")):
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="git"')
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        body = b"".join(self._body())
        answer = subprocess.run(
            (GIT, "http-backend"),
            input=body,
            capture_output=True,
            check=False,
            env={
                "GIT_PROJECT_ROOT": str(self.root),
                "GIT_HTTP_EXPORT_ALL": "1",
                "GIT_CONFIG_NOSYSTEM": "1",
                "HOME": str(self.root),
                "PATH": os.environ["PATH"],
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "REQUEST_METHOD": self.command,
                "REMOTE_USER": "clerk",
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            },
        ).stdout
        head, _, rest = answer.partition(b"\r\n\r\n")
        lines = dict(line.split(": ", 1) for line in head.decode().splitlines())
        self.send_response(int(lines.pop("Status", "200").split()[0]))
        for name, value in lines.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest)

    def _body(self) -> Iterator[bytes]:
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            yield self.rfile.read(int(self.headers.get("Content-Length", 0)))

    do_GET = do_POST = _answer  # noqa: N815 - the names of the base class

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        self.heard.append(format % args)


def _decoded(header: str) -> str:
    import base64

    return base64.b64decode(header.removeprefix("Basic ")).decode() if header else ""


@pytest.fixture
def served(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Serve the office's repository by HTTP, for whoever knows the token."""
    git("config", "http.receivepack", "true", at=office.bare)
    _Host.root, _Host.heard = office.copies, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    Thread(target=server.serve_forever, daemon=True).start()
    office.target = Target("git", "x.git", "127.0.0.1", "", server.server_port, BRANCH, "http")
    monkeypatch.setenv(VARIABLE, CANARY)
    yield office
    server.shutdown()
    server.server_close()
    gc.collect()


def test_a_git_host_behind_a_token_takes_releases_and_ways_back(served: Office) -> None:
    """This is how GitHub, GitLab and Gitea are reached."""
    served.put(site({**PAGES, "large.bin": os.urandom(3_000_000)}, FIRST))
    served.put(site(PAGES, SECOND))
    assert served.seen() == raw(PAGES)
    assert served.back() == FIRST
    assert len(served.seen()["large.bin"]) == 3_000_000
    served.put(site(PAGES, THIRD), workshop=served.computer("other"))
    assert served.seen() == raw(PAGES)
    git("fsck", "--strict", "--no-dangling", at=served.bare)


def test_a_protected_branch_still_loses_the_page_and_says_that_its_history_stays(served: Office) -> None:
    """The site must not wait for whoever may lift the protection."""
    git("config", "receive.denyNonFastForwards", "true", at=served.bare)
    served.put(site(PAGES, FIRST, (MALEE,)), MALEE)
    shown = served.log("%H")[0]
    with pytest.raises(HostFault) as told:
        served.put(site({"index.html": "2"}, SECOND))
    assert shown[:10] in told.value.message.th
    assert served.seen() == raw({"index.html": "2"})
    git("config", "receive.denyNonFastForwards", "false", at=served.bare)
    served.put(site({"index.html": "2"}, THIRD))
    assert len(served.log()) == 1


def test_a_wrong_token_is_told_and_stands_nowhere(served: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the message nor in the address that was asked, nor in a file."""
    served.put(site(PAGES))
    monkeypatch.setenv(VARIABLE, "another-canary")
    with pytest.raises(HostFault) as told:
        served.put(site({"index.html": "2"}))
    said = f"{told.value.message} {told.value.fix} {served.target.address} {_Host.heard}"
    files = [each for each in served.copies.rglob("*") if each.is_file()]
    assert len(files) > 10
    for word in (CANARY, "another-canary"):
        assert word not in said
        assert not [each for each in files if word.encode() in each.read_bytes()]


def test_a_host_that_nobody_answers_at_is_told(served: Office) -> None:
    """The office's line is down more often than anything else."""
    served.target = served.target._replace(port=1)
    with pytest.raises(HostFault) as told:
        served.put(site(PAGES))
    assert "127.0.0.1" in told.value.message.th
    assert CANARY not in f"{told.value.message}"
