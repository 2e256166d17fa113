"""Publishes all offices of a batch and the site in front of them: what fails is told by office, the rest goes on.

Each office goes the way that it would go alone, with its own records, lock and list of what may be shown. What is
there already is not sent again, so the same command goes on after any end.
"""

from __future__ import annotations

import argparse
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.cli import at_host, where
from generator.cli.project import now
from generator.cli.terminal import Terminal
from generator.problems import Problem, ProblemsFound, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.batch.ledger import Entry
    from generator.batch.wording import Said
    from generator.disk.swap import Workshop
    from generator.model import Target
    from generator.publishing.connecting import Known
    from generator.publishing.faults import HostFault
    from generator.publishing.passwords import Password
    from generator.publishing.places import Place
    from generator.publishing.release import Wanted
    from generator.publishing.state import State

_NOTE: Final = "published.json"
_FRONT: Final = Text("เว็บรวม", "the site of all")


class _Office(Terminal):
    """The terminal as one office speaks through it: every line begins with its name, and its values are kept."""

    def __init__(self, terminal: Terminal, name: str, answered: dict[Text, bool]) -> None:
        """Speak for an office; what is `answered` once about all of them is not asked again."""
        super().__init__(terminal.language, as_json=terminal.as_json)
        self._to, self._name, self._answered = terminal, name, answered
        self.values: list[Any] = []

    def say(self, text: Text) -> None:
        """Show a sentence under the office's name."""
        self._to.say(Text(f"{self._name}: {text.th}", f"{self._name}: {text.en}"))

    def value(self, value: object) -> None:
        """Keep a value: the run has one, of all offices."""
        self.values.append(value)

    def problems(self, problems: Sequence[Problem], closing: Text | None = None) -> None:
        """Show what is to be known besides, under the office's name."""
        self.told(problems)
        if closing:
            self.say(closing)

    def told(self, problems: Sequence[Problem]) -> None:
        """Show problems under the office's name."""
        self._to.told([_of(self._name, problem) for problem in problems])

    def agree(self, question: Text) -> bool:
        """Ask about this office; whether passwords are to be kept is asked once for all."""
        if question is not at_host.REMEMBER:
            return self._to.agree(Text(f"{self._name}: {question.th}", f"{self._name}: {question.en}"))
        if question not in self._answered:
            self._answered[question] = self._to.agree(question)
        return self._answered[question]

    def ask_secret(self, question: Text) -> str:
        """Ask for what nobody may see on the screen."""
        return self._to.ask_secret(question)

    @contextmanager
    def progress(self) -> Iterator[Callable[[int, int, str], None]]:
        """Yield a function that shows nothing: how many offices are done is shown."""
        yield lambda *_: None


class KeysOfMany(at_host.Keys):
    """The passwords and machines of many offices: each is asked for once, and who is refused once is not tried again.

    A password in the environment is meant for one user of one host; where offices have several, it is given to none.
    """

    many = True

    def __init__(self, workshop: Workshop, *, one_host: bool) -> None:
        """Know the machines that the batch knows besides each office's own."""
        self._workshop, self._one_host = workshop, one_host
        self._typed: dict[Target, str] = {}
        self._shut: dict[Target, str] = {}
        self.name = ""
        """Of the office whose turn it is."""

    def password(self, target: Target, terminal: Terminal, *, anew: bool) -> Password:
        """Return the password of a host; one that was typed for the same user before is taken."""
        from generator.publishing.passwords import Password

        door = _door(target)

        def ask() -> str:
            if door not in self._typed:
                self._typed[door] = terminal.ask_secret(at_host.asks_password(target))
            return self._typed[door]

        return Password(target, ask, anew=anew, from_environment=self._one_host)

    def known(self, workshop: Workshop, target: Target, terminal: Terminal, *, anew: bool) -> Known:
        """Return the machines that the office knows, if it knows this one, or else those of the batch."""
        from generator.publishing.connecting import Known, known_hosts

        host = f"{target.host}:{target.port}" if target.port else target.host
        own = f'"{host}":' in known_hosts(workshop)
        return Known(workshop if own else self._workshop, target, terminal.agree, anew=anew)

    def cure(self, fix: Text) -> Text:
        """Return what to do: all offices are built by one command."""
        from generator.batch import wording
        from generator.publishing.before import BUILD

        return wording.BUILD_AGAIN if fix == BUILD else fix

    def shut_out(self, target: Target, fault: HostFault) -> None:
        """Remember that nobody gets in there: many failed tries lock a user out, and each one waits."""
        if not fault.lost:
            self._shut.setdefault(_door(target), self.name)

    def confirm(self, target: Target) -> None:
        """Raise `ProblemsFound` for a host that refused another office in this run."""
        from generator.batch import wording

        first = self._shut.get(_door(target))
        if first:
            raise ProblemsFound((Problem(target.address, 0, 0, "publish", *wording.not_tried(first)),))


def _door(target: Target) -> Target:
    """Return what one gets in by: the user at the host, whatever the folder."""
    return target._replace(folder="" if target.host else target.folder, branch="")


def publish(options: argparse.Namespace, terminal: Terminal) -> None:
    """Publish every office of a batch that was built, and the site in front; raises `ProblemsFound` for no batch."""
    from generator.batch import wording
    from generator.batch.ledger import NAME, Ledger
    from generator.disk.swap import Workshop

    folder = Path(os.path.abspath(options.project / options.batch))  # noqa: PTH100 - a link stays a link
    if not (folder / NAME).is_file():
        raise ProblemsFound((Problem(str(folder), 0, 0, "", *wording.NO_LEDGER),))

    def busy() -> None:
        raise ProblemsFound((Problem(str(folder), 0, 0, "", *wording.BUSY),))

    workshop = options.workshop = Workshop(folder)
    with workshop.locked(busy):
        _Run(options, terminal, workshop, Ledger(folder / NAME, workshop.own).earlier).all()


class _Run:
    """One run over all offices."""

    def __init__(
        self, options: argparse.Namespace, terminal: Terminal, workshop: Workshop, ledger: dict[str, Entry]
    ) -> None:
        from generator.reading.province import province

        self._options, self._terminal, self._workshop, self._ledger = options, terminal, workshop, ledger
        self._whose = province(workshop.project)
        self._one: Target | None = options.to
        self._keys = KeysOfMany(workshop, one_host=self._one is not None)
        self._answered: dict[Text, bool] = {}
        self._came: dict[str, dict[str, Any]] = {}
        self._known: dict[str, str] = workshop.own.read(workshop.folder / _NOTE, {str: str}, dict[str, str]) or {}

    def all(self) -> None:
        """Publish all; the front goes first where there is none yet, so that its folder is taken, and else last."""
        from generator.batch import wording

        if self._one and self._one.way in {"zip", "git"}:
            raise ProblemsFound((Problem(self._one.address, 0, 0, "--to", *wording.NOT_FOR_ALL),))
        target = self._one or self._whose.target
        if self._one:
            self._turn(_FRONT.th, lambda each: self._front(each, self._one, only_new=True))
        for name, (entry, folder, fault) in self._offices().items():
            called = _called(name)
            self._turn(called, self._way(called, entry, folder, fault))
        if _FRONT.th not in self._came:
            self._turn(_FRONT.th, lambda each: self._front(each, target))
        self._keep()
        self._tell()

    def _offices(self) -> dict[str, tuple[Entry, str, Said | None]]:
        """Return each office with its folder on the one host, or why it has none."""
        from generator.batch import putting
        from generator.batch.province import entries

        sites = {each.folder: each.site for each in entries.offices(self._ledger, now())}
        built = {name: sites[name] for name, entry in self._ledger.items() if sites.get(name) and entry["project"]}
        places = putting.folders(built, self._whose.site) if self._one else {}
        found = {name: places.get(name, putting.Place()) for name in self._ledger}
        return {name: (self._ledger[name], *found[name]) for name in found}

    def _way(self, name: str, entry: Entry, folder: str, fault: Said | None) -> Callable[[_Office], None]:
        return lambda each: self._office(each, name, entry, folder, fault)

    def _turn(self, name: str, work: Callable[[_Office], None]) -> None:
        """Do what one of them needs, and tell what is wrong with it."""
        from generator.cli.faults import of_machine
        from generator.publishing.faults import HostFault

        self._keys.name = name
        speaks = _Office(self._terminal, name, self._answered)
        try:
            work(speaks)
        except ProblemsFound as found:
            told = list(found.problems)
        except HostFault as fault:
            told = [fault.problem(name)]
        except OSError as fault:
            of_disk = of_machine(fault)
            if of_disk is None:
                raise
            told = [of_disk]
        else:
            return
        self._came[name] = {"state": "failed", "problems": [problem.as_json() for problem in told]}
        speaks.told(told)

    def _office(self, speaks: _Office, name: str, entry: Entry, folder: str, fault: Said | None) -> None:
        from generator.batch import putting, wording
        from generator.disk.swap import Workshop
        from generator.reading import read
        from generator.store import Store

        project = Path(entry["project"])
        if entry["state"] not in putting.BUILT:
            raise ProblemsFound((Problem(entry["source"], 0, 0, "", *wording.NOT_BUILT),))
        if fault:
            raise ProblemsFound((Problem("winners/organisation.yaml", 0, 0, "site", *fault),))
        workshop = Workshop(project)
        office = read(project, Store(workshop.photos, workshop.own)).organisation
        if not office.site:
            self._came[name] = {"state": "no site"}
            return
        target = self._below(folder) if self._one else office.target
        if target is None:
            raise ProblemsFound((where.nowhere(),))
        self._keys.confirm(target)
        if self._one:
            self._make_room(speaks, folder)
        at_host.publish(self._asked(), speaks, workshop, target, self._keys)
        self._done(name, speaks, target.address)

    def _asked(self) -> argparse.Namespace:
        """Return what was typed, for one office: what one says is remembered is none of the next one's."""
        return argparse.Namespace(**{**vars(self._options), "to": None, "batch": None})

    def _below(self, folder: str) -> Target | None:
        one = self._one
        return one and one._replace(folder=f"{one.folder}/{folder}" if one.folder else folder)

    def _make_room(self, speaks: _Office, folder: str) -> None:
        """Make the folder of an office on the host of all, through the front's own line."""
        from generator.publishing import tree

        with self._reached(speaks, self._one) as place:
            for each in tree.folders([f"{folder}/index.html"]):
                place.host.make_folder(each)  # type: ignore[attr-defined] # a folder or a host, as was asked before

    @contextmanager
    def _reached(self, speaks: _Office, target: Target | None) -> Iterator[Place]:
        from generator.publishing import places
        from generator.publishing.faults import HostFault

        assert target is not None  # noqa: S101 - asked before
        options = self._options
        password = self._keys.password(target, speaks, anew=options.new_password)
        known = self._keys.known(self._workshop, target, speaks, anew=options.new_host)
        hand = places.Hand(self._whose.name or _FRONT.th, "noreply@localhost", now().isoformat())
        try:
            place = places.reached(target, password, known, self._workshop, hand)
        except HostFault as fault:
            if fault.at_door:
                self._keys.shut_out(target, fault)
            raise
        if options.remember or (password.asked and speaks.agree(at_host.REMEMBER)):
            password.keep()
        try:
            yield place
        finally:
            place.leave()

    def _front(self, speaks: _Office, target: Target | None, *, only_new: bool = False) -> None:
        """Put up the site in front; `only_new` does so only where nothing stands there yet."""
        from generator.batch import putting, wording

        if target is None:
            raise ProblemsFound((Problem("province.yaml", 0, 0, "publish", *wording.NO_FRONT_PLACE),))
        self._keys.confirm(target)
        if only_new:
            with self._reached(speaks, target) as place:
                if place.standing() is not None:
                    return
        wanted = putting.front(self._workshop, self._ledger, now())
        with self._reached(speaks, target) as place:
            self._put_front(speaks, place, wanted, target)
        self._done(_FRONT.th, speaks, target.address)

    def _put_front(self, speaks: _Office, place: Place, wanted: Wanted, target: Target) -> None:
        from generator.publishing import before
        from generator.publishing.connecting import token
        from generator.publishing.release import Asked

        options = self._options

        def agree(question: Text) -> bool:
            return bool(options.yes) or speaks.agree(question)

        def look(there: State | None) -> None:
            owner = there.owner if there else ""
            if owner not in {"", wanted.owner} and not agree(where.is_it_to_go(owner)):
                raise ProblemsFound((where.anothers(target.address, owner),))
            gone, of = before.vanishing(wanted, there)
            if gone and not agree(at_host.many(gone, of)):
                raise ProblemsFound((at_host.not_meant(target, gone, of),))

        asked = Asked(
            frozenset(),
            token(),
            token(),
            agree=agree,
            progress=lambda *_: None,
            waiting=lambda: speaks.say(at_host.SOMEBODY),
            look=look,
            adopt=options.adopt,
            repair=options.repair,
            awaits=False,
        )
        report = place.publish(wanted, asked)
        speaks.value({"sent": list(report.sent), "gone": list(report.gone)})

    def _done(self, name: str, speaks: _Office, address: str) -> None:
        value = speaks.values[-1] if speaks.values else {}
        changed = bool(value.get("sent") or value.get("gone") or value.get("opens"))
        self._came[name] = {"state": "published" if changed else "same", "place": address}
        self._known[name] = address

    def _keep(self) -> None:
        from generator.disk.swap import write_whole

        file = self._workshop.folder / _NOTE
        self._workshop.own.clear(file)
        write_whole(file, self._known)

    def _tell(self) -> None:
        """Say how many of each there are, and who still stands on a host without being listed."""
        from generator.batch import wording

        terminal, states = self._terminal, [each["state"] for each in self._came.values()]
        listed = {*map(_called, self._ledger), _FRONT.th}
        left = {name: address for name, address in self._known.items() if name not in listed}
        terminal.told([Problem(name, 0, 0, "", *wording.left(address), warning=True) for name, address in left.items()])
        counts = {state: states.count(state) for state in ("published", "same", "no site", "failed")}
        terminal.say(
            Text(
                f"เผยแพร่ {counts['published']} แห่ง เหมือนเดิม {counts['same']} ไม่มีเว็บไซต์ {counts['no site']} "
                f"ไม่สำเร็จ {counts['failed']}",
                f"{counts['published']} published, {counts['same']} as before, {counts['no site']} without a site, "
                f"{counts['failed']} failed",
            )
        )
        terminal.value({"offices": self._came, "left": left})
        terminal.fell_short = bool(counts["failed"])


def _called(name: str) -> str:
    """Return what an office is told as: never the same as the site in front."""
    return f"{name}/" if name == _FRONT.th else name


def _of(name: str, problem: Problem) -> Problem:
    """Return a problem under the name of its office."""
    file = problem.file if problem.file == name else f"{name}: {problem.file}"
    return Problem(file, problem.line, problem.column, problem.field, problem.message, problem.fix, problem.warning)
