"""What several machines made, in a folder or a bucket that they share: asked on a miss alone, believed in nothing.

An object is sealed with the key of all that it was made from. Who lacks the records can neither read it nor write one
that would be taken for it, so nobody learns from a share who was chosen, and nothing in it is trusted beyond its seal.
What is cut, changed or another's does not open: it counts as absent, and is replaced by what is then made.

A share may be slow, full, read-only, lying or gone: then it is told once, and the build goes on by itself.
"""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import sys
import threading
import time
import zlib
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator.problems import Problem, ProblemsFound, Text
from generator.store import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Found = TypeVar("Found")
Said = tuple[Text, Text]

ENGINES: Final = (
    *("ai-edge-litert", "jinja2", "marisa-trie", "numpy", "pi-heif", "pillow", "pypdfium2", "python-docx", "qrcode"),
    *("soundfile", "sphn", "typst", "xlsxwriter"),
)
"""The packages that decide bytes which may be shared; of the others, none writes any."""

PATIENCE: Final = 10.0
"""Seconds in which a share answers one question, or is asked no more."""
ALLOWANCE: Final = 60.0
"""Seconds that a build waits for its share in all, its threads together: a slower one costs more than it saves."""
LARGEST: Final = 256 << 20
"""Bytes of an object; what is larger is none of ours, and is not taken into memory."""

_FORM: Final = b"tonbaep1"
_NONCE: Final = 12
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SECRET = re.compile(r"//[^/@]*@|[?&#]", re.IGNORECASE)
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class _Silent(Exception):
    """The share did not answer in time."""


class Share:
    """One build's view of a share; safe for threads, and raises nothing for whatever is wrong with the share."""

    def __init__(self, address: str) -> None:
        """Look at nothing yet; raises `ProblemsFound` for an address that is none, or a package that is missing."""
        self.address = address
        self._files, self._root = _opened(address)
        self._is_folder = not _ADDRESS.match(address)
        self._made_with = made_with()
        self._lock = threading.Lock()
        self._left = ALLOWANCE
        self._reads = self._writes = True
        self._fault: Said | None = None
        self._unsound: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """Return what another machine kept under a key, or None if it is not there, cannot be had, or is not sound."""
        if not self._reads:
            return None
        name = self._name(key)
        try:
            raw = self._asked(lambda: self._read(name))
        except FileNotFoundError:
            if self._is_gone():
                self._give_up(_GONE)
            return None
        except Exception as fault:  # noqa: BLE001 - each kind of share has errors of its own
            self._give_up(_SLOW if isinstance(fault, _Silent) else _unreadable(_detail(fault)))
            return None
        value = self._unsealed(key, name, raw)
        if value is None:
            self._unsound.add(name)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep bytes under a key, unless they are there; what was found unsound is replaced."""
        if not (self._writes and self._reads) or len(value) > LARGEST:
            return
        name = self._name(key)
        sealed = self._sealed(key, name, value)
        try:
            self._asked(lambda: self._write(name, sealed, anew=name in self._unsound))
        except FileExistsError:
            return  # another machine was first
        except _Silent:
            self._give_up(_SLOW)
        except FileNotFoundError:
            self._give_up(_GONE)
        except Exception as fault:  # noqa: BLE001
            self._writes = False
            is_full = isinstance(fault, OSError) and fault.errno in _FULL
            self._fault = self._fault or (_FULL_SHARE if is_full else _unwritable(_detail(fault)))

    def told(self) -> tuple[Problem, ...]:
        """Return what the clerk is told of the share: at most that it failed, and how much in it was unsound."""
        said = [self._fault] if self._fault else []
        if self._unsound:
            said.append(_unsound(len(self._unsound)))
        return tuple(Problem(self.address, 0, 0, "", *each, warning=True) for each in said)

    def _give_up(self, said: Said) -> None:
        self._reads = self._writes = False
        self._fault = said

    def _asked(self, work: Callable[[], Found]) -> Found:
        """Return what some work finds, waiting no longer than there is patience.

        It runs in a thread of its own: a folder whose server is gone answers never, and nothing can call it back.
        """
        answer: list[Found | BaseException] = []

        def work_on() -> None:
            try:
                answer.append(work())
            except BaseException as fault:  # noqa: BLE001 - it is raised where it is asked for
                answer.append(fault)

        begun = time.monotonic()
        working = threading.Thread(target=work_on, daemon=True)
        working.start()
        working.join(max(0.0, min(PATIENCE, self._left)))
        with self._lock:
            self._left -= time.monotonic() - begun
        if not answer:
            raise _Silent
        found = answer[0]
        if isinstance(found, BaseException):
            raise found
        return found

    def _name(self, key: str) -> str:
        name = key_of("share", self._made_with, key)
        return f"{self._root}/{name[:2]}/{name[2:]}"

    def _read(self, name: str) -> bytes:
        try:
            raw: bytes = self._files.cat_file(name, start=0, end=LARGEST + 1)
        except FileNotFoundError:
            raise
        except Exception:
            if self._files.size(name) == 0:  # S3 has no first byte of an empty object to give
                return b""
            raise
        return raw

    def _write(self, name: str, sealed: bytes, *, anew: bool) -> None:
        if not self._is_folder:
            self._files.pipe_file(name, sealed, mode="overwrite" if anew else "create")
            return
        if not anew and self._files.exists(name):
            raise FileExistsError(name)
        above = name.rpartition("/")[0]
        if not self._files.isdir(above):
            with suppress(FileExistsError):  # another machine was first
                os.mkdir(above)  # noqa: PTH102 - and never the folder above: where a share was mounted, none is made
        # A name of its own until it is whole: who reads meanwhile finds nothing, and not a half.
        new = f"{name}.{key_of(platform.node(), os.getpid(), threading.get_ident())[:16]}"
        try:
            self._files.pipe_file(new, sealed)
            os.replace(new, name)  # noqa: PTH105
        except OSError:
            Path(new).unlink(missing_ok=True)
            raise

    def _is_gone(self) -> bool:
        """Return whether the whole folder is missing, as where nothing is mounted; a bucket says so when written to."""
        return self._is_folder and not os.path.isdir(self._root)  # noqa: PTH112

    def _sealed(self, key: str, name: str, value: bytes) -> bytes:
        """Return bytes so that only who knows the key can read them, the same each time."""
        nonce = hashlib.sha256(b"".join((self._secret(key), hashlib.sha256(value).digest()))).digest()[:_NONCE]
        return _FORM + nonce + self._box(key).encrypt(nonce, value, self._bound(name))

    def _unsealed(self, key: str, name: str, raw: bytes) -> bytes | None:
        from cryptography.exceptions import InvalidTag

        begin = len(_FORM) + _NONCE
        if not raw.startswith(_FORM) or len(raw) < begin or len(raw) > LARGEST:
            return None
        try:
            return self._box(key).decrypt(raw[len(_FORM) : begin], raw[begin:], self._bound(name))
        except InvalidTag:
            return None

    def _box(self, key: str) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._secret(key))

    def _secret(self, key: str) -> bytes:
        return bytes.fromhex(key_of("secret", self._made_with, key))

    def _bound(self, name: str) -> bytes:
        """Return what a seal also vouches for: an object that was put in the place of another does not open."""
        return name[len(self._root) :].encode()


@cache
def made_with() -> str:
    """Return a digest of all that decides bytes besides what a local key holds: a machine may have other engines.

    A local store belongs to one machine; in a share, other versions of the program, its fonts and words, of Python, its
    compressor and the packages, and other systems and processors meet.
    """
    package = Path(__file__).parent
    total = hashlib.sha256()
    for file in sorted(each for each in package.rglob("*") if each.is_file() and "__pycache__" not in each.parts):
        total.update(file.relative_to(package).as_posix().encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return key_of(
        total.digest(),
        [[name, version(name)] for name in ENGINES],
        [sys.implementation.name, *sys.version_info[:2], zlib.ZLIB_RUNTIME_VERSION],
        [sys.platform, platform.machine().lower()],
    )


def _opened(address: str) -> tuple[Any, str]:
    """Return what reads and writes at an address, and the path there; raises `ProblemsFound`."""
    if _ADDRESS.match(address) and _SECRET.search(address):
        raise ProblemsFound((Problem("--shared", 0, 0, "", *_SECRETS),))  # without the address: it would be shown
    if "::" in address or address.lower().startswith(("http:", "https:")):
        raise ProblemsFound((Problem("--shared", 0, 0, "", *_no_address(address)),))
    try:
        import cryptography  # noqa: F401 - asked for here, and not at the first object
        import fsspec

        if not _ADDRESS.match(address):
            return fsspec.filesystem("file"), Path(os.path.abspath(address)).as_posix()  # noqa: PTH100 - a link stays
        files, root = fsspec.core.url_to_fs(address, skip_instance_cache=True)
    except ImportError as fault:
        raise ProblemsFound((Problem("--shared", 0, 0, "", *_not_installed(str(fault))),)) from None
    except Exception as fault:  # noqa: BLE001 - each kind of share has errors of its own
        raise ProblemsFound((Problem("--shared", 0, 0, "", *_no_address(_detail(fault))),)) from None
    return files, str(root).rstrip("/")


def _detail(fault: BaseException) -> str:
    lines = (getattr(fault, "strerror", None) or str(fault)).strip().splitlines()
    return (lines[0] if lines else type(fault).__name__)[:200]


_AGAIN = Text("ครั้งนี้โปรแกรมทำเองทั้งหมด ผลเหมือนกัน แต่ช้ากว่า", "all was made here instead: the same, but slower")
_GONE: Final[Said] = (
    Text(f"ไม่พบที่เก็บร่วมนี้ {_AGAIN.th}", f"the shared store is not there; {_AGAIN.en}"),
    Text("ดูว่าต่อโฟลเดอร์แชร์หรือสร้างที่เก็บนี้แล้ว และเขียนชื่อถูก", "see that it is mounted or made, and its name is right"),
)
_SLOW: Final[Said] = (
    Text(f"ที่เก็บร่วมตอบช้าเกินไปหรือไม่ตอบ {_AGAIN.th}", f"the shared store does not answer in time; {_AGAIN.en}"),
    Text("ดูสายเครือข่ายและเครื่องที่เก็บ หรือเลิกใส่ --shared", "look at the network and its server, or leave --shared out"),
)
_FULL_SHARE: Final[Said] = (
    Text(
        "ที่เก็บร่วมเต็ม ของที่ทำครั้งนี้จึงไม่ได้เก็บไว้ให้เครื่องอื่น",
        "the shared store is full: what was made now is not kept for other machines",
    ),
    Text("ลบไฟล์เก่าในที่เก็บร่วมได้ทุกไฟล์ ทำใหม่ได้เสมอ", "delete old files in it: all of it can be made again"),
)
_SECRETS: Final[Said] = (
    Text("ที่อยู่ของที่เก็บร่วมมีชื่อผู้ใช้ รหัสผ่าน หรือเครื่องหมาย ? & #", "the address has a user, a password or ? & #"),
    Text(
        "เขียนเฉพาะที่อยู่ เช่น s3://ชื่อถัง/โฟลเดอร์ ส่วนรหัสผ่านตั้งในเครื่องที่รับงาน (เช่น AWS_PROFILE)",
        "write the address alone, s3://bucket/folder; give secrets to each worker by its environment (AWS_PROFILE)",
    ),
)


def _not_installed(detail: str) -> Said:
    return (
        Text(
            f"ที่เก็บร่วมต้องติดตั้งส่วนเสริมก่อน ({detail})", f"a shared store needs packages that are not installed ({detail})"
        ),
        Text(
            "สั่ง .venv/bin/python -m pip install --require-hashes -r requirements-batch.lock "
            "(บน Windows ใช้ .venv\\Scripts\\python) หรือเลิกใส่ --shared",
            "run .venv/bin/python -m pip install --require-hashes -r requirements-batch.lock, or leave --shared out",
        ),
    )


def _no_address(detail: str) -> Said:
    return (
        Text(f"ใช้ที่เก็บร่วมตามที่เขียนไม่ได้ ({detail})", f"this is no shared store ({detail})"),
        Text("เขียนโฟลเดอร์ที่แชร์กัน หรือ s3://ชื่อถัง/โฟลเดอร์", "give a shared folder, or s3://bucket/folder"),
    )


def _unreadable(detail: str) -> Said:
    return (
        Text(f"อ่านที่เก็บร่วมไม่ได้ ({detail}) {_AGAIN.th}", f"the shared store cannot be read ({detail}); {_AGAIN.en}"),
        Text("ขอสิทธิ์อ่านและเขียนจากผู้ดูแลที่เก็บนี้", "ask whoever runs it for access"),
    )


def _unwritable(detail: str) -> Said:
    return (
        Text(
            f"เขียนลงที่เก็บร่วมไม่ได้ ({detail}) ของที่ทำครั้งนี้จึงไม่ได้เก็บไว้ให้เครื่องอื่น",
            f"the shared store cannot be written to ({detail}): what was made now is not kept for other machines",
        ),
        Text("ขอสิทธิ์เขียนจากผู้ดูแลที่เก็บนี้ ถ้าตั้งใจให้อ่านอย่างเดียว ไม่ต้องทำอะไร", "ask for access, unless it is meant to be so"),
    )


def _unsound(count: int) -> Said:
    return (
        Text(
            f"ในที่เก็บร่วมมี {count} ไฟล์ที่เสีย ถูกตัด หรือถูกแก้ จึงไม่ได้ใช้ และทำใหม่แทนแล้ว",
            f"{count} files in the shared store are damaged, cut or changed: they were not used, but made anew",
        ),
        Text(
            "ไม่ต้องทำอะไร ถ้าพบอีกบ่อย ให้ดูว่าดิสก์เสียหรือมีใครแก้ไฟล์ในที่เก็บนี้",
            "nothing is to be done; if it comes back, look for a failing disk or whoever changes files there",
        ),
    )
