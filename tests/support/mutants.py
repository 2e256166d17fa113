"""The package with one thing broken, in every way that a guard must notice; each with the message then expected."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.support import architecture
from tests.support.architecture import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.architecture import Guard

    Harm = Callable[[Path], None]


class Mutant(NamedTuple):
    """The package with one thing broken: the guard that notices, how it is broken, and the expected message."""

    guard: Guard
    what: str
    harm: Harm
    said: str


def copied(whole: Path, house: Path) -> Path:
    """Copy a folder by hard links: a mutant replaces files and changes none."""
    return Path(shutil.copytree(whole, house, symlinks=True, copy_function=os.link))


def mend(whole: Path, house: Path) -> None:
    """Make a copy the same again as what it was copied from, whatever became of it."""
    for path in sorted(house.rglob("*"), reverse=True):
        before = whole / path.relative_to(house)
        if path.is_symlink() or (path.is_dir() and before.is_dir()):
            continue
        if path.is_dir():
            path.rmdir()
        elif not before.exists() or not path.samefile(before):
            path.unlink()
    for before in sorted(whole.rglob("*")):
        path = house / before.relative_to(whole)
        if before.is_dir() and not before.is_symlink():
            path.mkdir(exist_ok=True)
        elif not os.path.lexists(path):
            os.link(before, path, follow_symlinks=False)


def added(file: str, text: str) -> Harm:
    """Return a harm that appends lines to a file; the file, and its folder, may be new."""

    def harm(root: Path) -> None:
        before = (root / file).read_text(encoding="utf-8") if (root / file).exists() else '"""A module of a test."""\n'
        _write(root / file, f"{before}\n{text}\n")

    return harm


def _write(path: Path, text: str) -> None:
    """Replace a file instead of changing it: the copy shares its files with the original."""
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")


def _without(file: str, *texts: str) -> Harm:
    """Return a harm that removes texts from a file; each must be there exactly once."""
    return instead(file, *((text, "") for text in texts))


def instead(file: str, *changes: tuple[str, str]) -> Harm:
    """Return a harm that replaces texts in a file."""

    def harm(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
            text = text.replace(old, new)
        _write(root / file, text)

    return harm


TABLE, HOME, CHECK = "generator/pieces/__init__.py", "generator/pieces/web/home.py", "generator/cli/commands/check.py"
PHOTOS = "generator/reading/photos/__init__.py"
NEST = "from generator.pieces.web.home import PIECE as known\nfrom dataclasses import replace\n"


def _mutants_of_the_table() -> Iterator[Mutant]:
    guard = architecture.pieces_outside_the_table
    taken_out = ("    survey_poster,\n", "    *survey_poster.PIECES,\n", "    feed,\n", "    *feed.PIECES,\n")
    yield Mutant(
        guard, "survey_poster taken out", _without(TABLE, *taken_out[:2]), "generator.pieces.paper.survey_poster"
    )
    yield Mutant(guard, "feed taken out", _without(TABLE, *taken_out[2:]), "generator.pieces.web.feed")
    yield Mutant(guard, "both taken out", _without(TABLE, *taken_out), "generator.pieces.paper.survey_poster")
    yield Mutant(guard, "a row deleted", _without(TABLE, "    backdrop.PIECE,\n"), "backdrop.PIECE (backdrop)")
    yield Mutant(guard, "a tuple's row deleted", _without(TABLE, "    *cms.PIECES,\n"), "generator.pieces.old_site.cms")
    yield Mutant(guard, "a row of two deleted", _without(TABLE, "    card.PREVIEW,\n"), "card.PREVIEW")
    twice = ("    banner.PIECE,\n", "    banner.PIECE,\n    banner.PIECE,\n")
    yield Mutant(guard, "a row twice", instead(TABLE, twice), "2 rows are called banner")
    own = ("    banner.PIECE,\n", '    __import__("dataclasses").replace(banner.PIECE),\n')
    yield Mutant(guard, "a row that is no module's", instead(TABLE, own), "the row banner is no module's")
    new = f"{NEST}NEW = replace(known, name='new')"
    yield Mutant(guard, "a new module", added("generator/pieces/fan.py", new), "fan.NEW (new)")
    deep = f"{NEST}SETS = ((known, [replace(known, name='deep')]), {{'a': replace(known, name='deeper')}})"
    family = added("generator/pieces/air/horn.py", deep)
    yield Mutant(guard, "a family's tuple", _both(added("generator/pieces/air/__init__.py", ""), family), "(deep)")
    yield Mutant(guard, "a family's dict", _both(added("generator/pieces/air/__init__.py", ""), family), "(deeper)")
    yield Mutant(guard, "a module that fails", added("generator/pieces/late.py", "1 / 0"), "ZeroDivisionError")


def _both(*harms: Harm) -> Harm:
    def harm(root: Path) -> None:
        for each in harms:
            each(root)

    return harm


USED_ELSEWHERE = (
    (HOME, "import mkdocs.config", "mkdocs.config: only site may"),
    (HOME, "import mkdocs as engine", "uses mkdocs: only site may"),
    (HOME, "from mkdocs import config as other", "mkdocs.config: only site may"),
    (HOME, "from mkdocs.config import *", "mkdocs.config.*: only site may"),
    (HOME, "def late():\n    import mkdocs", "uses mkdocs: only site may"),
    (HOME, "if TYPE_CHECKING:\n    import typst", "uses typst: only press may"),
    (HOME, "import importlib\nimportlib.import_module('mkdocs.config')", "uses mkdocs.config: only site may"),
    (HOME, "from importlib import import_module as load\nload(name='typst')", "uses typst: only press may"),
    (HOME, "from importlib import import_module as load\nload('ty' + 'pst')", "import_module: nobody may"),
    (HOME, "__import__('pypdfium2')", "uses pypdfium2: only press, reading.photos.decoder may"),
    (HOME, "import sys\nsys.modules['mkdocs']", "uses mkdocs: only site may"),
    (HOME, "from generator.site.making import yaml", "uses yaml: only reading"),
    (HOME, "from PIL import Image", "uses PIL.Image: only reading.photos"),
    ("generator/site/brand.py", "import yaml", "uses yaml: only reading"),
    ("generator/building/order.py", "import jinja2", "uses jinja2: only press"),
    (HOME, "print('x')", "uses builtins.print: only cli may"),
    (HOME, "say = print", "uses builtins.print: only cli may"),
    (HOME, "from builtins import print as say", "uses builtins.print: only cli may"),
    (HOME, "import sys\nsys.stdout.write('x')", "uses sys.stdout: only cli"),
    (HOME, "import sys as system\nsystem.exit(1)", "uses sys.exit: only cli may"),
    (HOME, "from sys import exit as leave", "uses sys.exit: only cli may"),
    (HOME, "raise SystemExit(1)", "uses builtins.SystemExit: only cli"),
    (HOME, "import os\nos._exit(1)", "uses os._exit: only cli"),
    (HOME, "import os\ngetattr(os, '_exit')(1)", "uses os._exit: only cli"),
    (HOME, "import os\nother = os\nother._exit(1)", "uses os._exit: only cli"),
    (HOME, "import os\nif (other := os):\n    other._exit(1)", "uses os._exit: only cli"),
    (HOME, "import os\ngetattr(os, ''.join(('_ex', 'it')))(1)", "uses os.*: only cli"),
    (HOME, "from generator.model import AwardRound", "uses generator.model.rounds.AwardRound: only model"),
    (HOME, "from ...model import Records", "uses generator.model.rounds.Records: only model"),
    (HOME, "from generator import model\nmodel.AwardRound", "uses generator.model.rounds.AwardRound: only model"),
    (HOME, "import generator.model as facts\nfacts.Records", "uses generator.model.rounds.Records: only model"),
    (HOME, "from generator.model.rounds import AwardRound", "uses generator.model.rounds.AwardRound: only model"),
    (HOME, "from generator.model import rounds\nrounds.Records", "uses generator.model.rounds.Records: only model"),
    (HOME, "from generator.model.winners import Winner", "uses generator.model.winners.Winner: only model"),
    (
        HOME,
        "from generator.disclosure.publishing import AwardRound",
        "uses generator.model.rounds.AwardRound: only model",
    ),
    (HOME, "from generator.model import Winner", "uses generator.model.winners.Winner: only model"),
    (
        "generator/site/brand.py",
        "from generator.model import AwardRound",
        "uses generator.model.rounds.AwardRound: only model",
    ),
    (
        "generator/press/text.py",
        "from generator.model import Records",
        "uses generator.model.rounds.Records: only model",
    ),
    (HOME, "from datetime import datetime as day\nday.now()", "uses datetime.datetime.now: only cli.project may"),
    (HOME, "import datetime\ndatetime.datetime.now()", "uses datetime.datetime.now: only cli.project may"),
    (HOME, "from datetime import date\ndate.today()", "uses datetime.date.today: only cli.project may"),
    (CHECK, "from datetime import datetime\ndatetime.now()", "uses datetime.datetime.now: only cli.project may"),
    (HOME, "import time\ntime.time()", "uses time.time: only cli.project may"),
    (HOME, "from subprocess import run", "uses subprocess.run: only site.engine"),
    (PHOTOS, "from subprocess import run", "uses subprocess.run: only site.engine"),
    (PHOTOS, "import pi_heif", "uses pi_heif: only reading.photos.decoder may"),
    (HOME, "import os\nos.system('x')", "uses os.system: only site.engine"),
    (CHECK, "import urllib.request", "uses urllib.request: only publishing may"),
    (CHECK, "from socket import socket", "uses socket.socket: only site, publishing.hosts may"),
    (CHECK, "from http.client import HTTPSConnection", "uses http.client.HTTPSConnection: only publishing may"),
    (HOME, "eval('1')", "uses builtins.eval: nobody may"),
    (HOME, "import sqlite3", "uses sqlite3: only store may"),
    (HOME, "import random", "uses random: nobody may"),
)

WRITTEN_ELSEWHERE = (
    ("from pathlib import Path\nPath('x').write_text('y')", "write_text"),
    ("def put(file):\n    file.write_bytes(b'')", "write_bytes"),
    ("def put(file):\n    getattr(file, 'write_bytes')(b'')", "write_bytes"),
    ("def put(file):\n    return map(file.rename, ())", "rename"),
    ("def put(file, other):\n    file.replace(other)", "replace"),
    ("def put(file):\n    file.unlink()", "unlink"),
    ("def put(file):\n    file.mkdir()", "mkdir"),
    ("def put(file):\n    file.open('w')", "open"),
    ("def put(file, how):\n    file.open(mode=how)", "open"),
    ("open('x', 'ab')", "open"),
    ("open('x', mode='r+')", "open"),
    ("from io import open as other\nother('x', 'w')", "open"),
    ("import os\nos.replace('a', 'b')", "os.replace"),
    ("import os\nother = os.replace\nother('a', 'b')", "os.replace"),
    ("file = open\nfile.replace('a')", "replace"),
    ("from os import remove as away\naway('a')", "os.remove"),
    ("import shutil\nshutil.rmtree('x')", "shutil.rmtree"),
    ("from shutil import copytree", "shutil.copytree"),
    ("import tempfile\ntempfile.mkdtemp()", "tempfile.mkdtemp"),
    ("def put(picture):\n    picture.save('x.png')", "save"),
    ("import zipfile\nzipfile.ZipFile('x', 'w')", "ZipFile"),
)

HARMLESS = (
    "def put(text, day):\n    return text.replace('a', 'b'), day.replace(second=0)",
    "def put(file):\n    return file.open('rb'), file.open(), open('x'), open('x', 'rb')",
    "import io\ndef put(picture):\n    out = io.BytesIO()\n    picture.save(out, 'PNG')\n    return out.getvalue()",
    "import os, shutil\ndef put():\n    return os.path.join('a', 'b'), os.stat('a')",
)
"""What only looks like writing."""

MUTANTS = (
    *_mutants_of_the_table(),
    *(Mutant(architecture.names_used_elsewhere, text, added(file, text), said) for file, text, said in USED_ELSEWHERE),
    *(
        Mutant(architecture.files_written_elsewhere, text, added(HOME, text), f"web.home:{{}} writes by {said}")
        for text, said in WRITTEN_ELSEWHERE
    ),
    Mutant(architecture.parts_not_on_the_page, "a new part", added("generator/late.py", ""), "late is not on the page"),
    Mutant(
        architecture.parts_not_on_the_page,
        "a part that is gone",
        lambda root: (root / "generator/qr.py").unlink(),
        "qr is on the page and not there",
    ),
    Mutant(
        architecture.parts_not_on_the_page,
        "a part twice",
        instead(PAGE, ("| `generator.qr` |", "| `generator.tally` | again |\n| `generator.qr` |")),
        "tally is on the page twice",
    ),
    *(
        Mutant(architecture.imports_against_the_order, text, added(file, text), said)
        for file, text, said in (
            (
                "generator/thai/digits.py",
                "from generator.disclosure import Stage",
                "imports generator.disclosure.Stage",
            ),
            ("generator/thai/digits.py", "def late():\n    from generator import pieces", "imports generator.pieces"),
            ("generator/piece.py", "import generator.site.engine", "imports generator.site.engine"),
            ("generator/piece.py", "from . import building", "imports generator.building"),
            ("generator/piece.py", "from .cli import main", "imports generator.cli.main"),
            ("generator/press/text.py", "__import__('generator.pieces')", "imports generator.pieces"),
            ("generator/__init__.py", "from generator import era", "imports generator.era"),
        )
    ),
    *(
        Mutant(architecture.families_against_the_order, text, added(f"generator/pieces/{file}", text), text.split()[1])
        for file, text in (
            ("parts/frame.py", "from generator.pieces.web import news"),
            ("paper/poster.py", "from generator.pieces.air import voice"),
            ("web/home.py", "from generator.pieces.social.post import posts"),
            ("ceremony/backdrop.py", "import generator.pieces.web.news"),
        )
    ),
    Mutant(
        architecture.families_against_the_order,
        "a family that the page does not draw",
        added("generator/pieces/sky/__init__.py", ""),
        "sky is a family",
    ),
    Mutant(
        architecture.imports_against_the_order,
        "the page's list in another order",
        instead(PAGE, ("| `generator.era` |", "| `generator.once` |"), ("| `generator.cli` |", "| `generator.era` |")),
        "imports generator.era",
    ),
    Mutant(
        architecture.modules_without_a_first_line,
        "a module without a word",
        lambda root: _write(root / "generator/thai/late.py", "NOW = 1\n"),
        "generator.thai.late",
    ),
    Mutant(architecture.packages_without_a_home, "a new one", added(HOME, "import pandas"), "imports pandas"),
    Mutant(
        architecture.packages_without_a_home,
        "one within a function",
        added(HOME, "def late():\n    from lxml.etree import parse"),
        "imports lxml.etree.parse",
    ),
    Mutant(architecture.packages_without_a_home, "no row", _without(PAGE, "| `qrcode` | `qr` |\n"), "imports qrcode"),
    Mutant(
        architecture.leave_that_nobody_takes,
        "leave of who does without",
        instead(PAGE, ("| `qrcode` | `qr` |", "| `qrcode` | `qr`, `site` |")),
        "site may, and does not: `qrcode`",
    ),
    Mutant(
        architecture.leave_that_nobody_takes,
        "leave of who is gone",
        instead(PAGE, ("| `qrcode` | `qr` |", "| `qrcode` | `qr`, `press.codes` |")),
        "press.codes may, and does not: `qrcode`",
    ),
    Mutant(
        architecture.leave_that_nobody_takes,
        "leave to write of who does not",
        instead(PAGE, ("| write a file | `store`", "| write a file | `store`, `tally`")),
        "tally may, and does not: write a file",
    ),
    *(
        Mutant(architecture.meaning_read_in_paths, text, added(file, f"def what(entry, re):\n    return {text}"), said)
        for file, text, said in (
            ("generator/dispatch/changes.py", "entry.path.startswith('build/print')", "path.startswith"),
            ("generator/dispatch/packs.py", "re.fullmatch('.*shop.*', entry.path)", "fullmatch(path)"),
            ("generator/building/making.py", "'/screen/' in entry.path", "text in path"),
            ("generator/pieces/web/media.py", "entry.path.split('/')[1]", "path.split"),
            ("generator/amending/withdraw.py", "(entry.site_path or '').strip() in entry.look[3:]", "path[…]"),
            ("generator/dispatch/contact.py", "PurePosixPath(entry.path).stem", "PurePosixPath(path)"),
        )
    ),
    Mutant(
        architecture.modules_grown_too_large,
        "a module that grew",
        added("generator/qr.py", "FACTS = 1\n" * 400),
        "qr.py has",
    ),
    Mutant(
        architecture.modules_grown_too_large,
        "a room that grew",
        added("generator/building/order.py", "FACTS = 1\n" * 300),
        "building has",
    ),
    Mutant(
        architecture.moments_weighed_by_pieces,
        "a piece that asks the clock",
        added(HOME, "def known(award, now):\n    return now >= award.programme.result_at"),
        "generator.pieces.web.home",
    ),
    Mutant(
        architecture.moments_weighed_by_pieces,
        "a part of a piece that asks it in other words",
        added("generator/pieces/parts/frame.py", "def known(award, now):\n    return not award.release > now"),
        "compares release",
    ),
    *(
        Mutant(architecture.templates_of_print_that_run_a_record, text, added(file, text), text.strip("#"))
        for file, text in (
            ("generator/pieces/paper/poster.typ", "#eval("),
            ("generator/pieces/paper/poster.typ", "#plugin("),
            ("generator/pieces/paper/poster.typ", "@preview"),
            ("generator/press/typst/lib.typ", "#read("),
        )
    ),
    Mutant(
        architecture.templates_of_print_that_run_a_record,
        "a template that includes another",
        added("generator/dispatch/proof.typ", '#include "x.typ"'),
        "#include",
    ),
    *(
        Mutant(architecture.templates_that_switch_escaping_off, text, added(file, text), said)
        for file, text, said in (
            ("generator/pieces/web/home.html.j2", "{{ view.name | safe }}", "home.html.j2: | safe"),
            ("generator/pieces/web/home.html.j2", "{{ view.name|safe }}", "home.html.j2: |safe"),
            ("generator/pieces/web/feed.xml.j2", "{% autoescape false %}", "feed.xml.j2: autoescape"),
        )
    ),
    *(
        Mutant(architecture.labels_in_templates, text, added(f"generator/{file}", text), said)
        for file, text, said in (
            ("pieces/paper/poster.typ", '#words("ขอแสดงความยินดี", 12)', "poster.typ: ขอแสดงความยินดี"),
            ("pieces/air/announcement.typ", "#strong[หน้า 1] // หน้า", "announcement.typ: #strong[หน้า 1]"),
            (
                "pieces/web/home.html.j2",
                "{# คำทักทาย #}<p>สวัสดี {{ view.name }}</p>",
                "home.html.j2: สวัสดี {{ view.name }}",
            ),
            ("pieces/social/caption.txt.j2", '{{ "ตัวอย่าง" if view.sample }}', "caption.txt.j2: ตัวอย่าง"),
            ("pieces/web/feed.xml.j2", "<title>ข่าว</title>", "feed.xml.j2: ข่าว"),
            ("press/typst/lib.typ", '#let mark = "ตัวอย่าง"', "lib.typ: ตัวอย่าง"),
            ("dispatch/proof.typ", '#words("ลงชื่อ", 12)', "proof.typ: ลงชื่อ"),
        )
    ),
    *(
        Mutant(architecture.heavy_packages_of_help, name, added("generator/cli/values.py", f"import {name}"), name)
        for name in ("yaml", "PIL", "numpy")
    ),
    Mutant(
        architecture.heavy_packages_of_help,
        "one behind a part of ours",
        added("generator/cli/arguments.py", "import generator.reading.door"),
        "pydantic",
    ),
    Mutant(
        architecture.faults_of_the_first_commands,
        "a first command that ends otherwise",
        instead("README.md", ("-e . && .venv/bin/tonbaep build\n", "-e . && .venv/bin/tonbaep check\n")),
        "does not end with tonbaep build",
    ),
    Mutant(
        architecture.faults_of_the_first_commands,
        "a second command of two lines",
        instead("README.md", (".venv/bin/python -m pytest\n", ".venv/bin/python -m pytest -q\ntrue\n")),
        "is more than one line",
    ),
    Mutant(
        architecture.faults_of_the_first_commands,
        "CI with a command of its own",
        lambda root: _write(root / ".ci/run", "exec pytest\n"),
        "CI does not take its command from README.md",
    ),
)
