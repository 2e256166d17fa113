"""The files under `winners/` are opened one by one, judged alone and together, and become `Records`."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator import model
from generator.model import Records
from generator.problems import ProblemsFound
from generator.reading import (
    addresses,
    bases,
    ceremony_checks,
    checks,
    counted,
    day_checks,
    doubts,
    facts,
    figures,
    folder,
    issued,
    no_winners,
    nominee_checks,
    office_facts,
    papers,
    person_checks,
    photo_path,
    photo_words,
    photos,
    portraits,
    recordings,
    references,
    reply_checks,
    round_checks,
    said_checks,
    scans,
    schema,
    selecting,
    selection_checks,
    survey_checks,
    tenure,
    winner_checks,
)
from generator.reading.folder import (
    CERTIFICATES,
    NOMINEES,
    ORGANISATION,
    PAPERS,
    RECORDINGS,
    ROUND,
    SCORES,
    SURVEY,
    TALLY,
    WINNERS,
    WINNERS_OF_YEAR,
)
from generator.reading.photos import faces
from generator.reading.record import Record, open_record
from generator.reading.schema import Unread
from generator.reading.tenure import Known, Span
from generator.reading.tree import Fault, Mapping, Place, Saying, place_of
from generator.reading.wording import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from generator.problems import Problem
    from generator.reading.tree import Loc
    from generator.store import Store


class _Opened(NamedTuple):
    """What one year's folder holds, as far as it could be read."""

    award_round: Record[schema.Round] | None
    winners: Record[schema.Winners] | None
    pictures: dict[int, model.Picture]
    certificates: Record[schema.Certificates]
    recordings: tuple[model.Recording, ...]
    of_ceremony: dict[int, model.Picture]
    selection: selecting.Files
    papers: Record[schema.Papers] | None


class Reading:
    """One run through the door: `_told` gathers problems and warnings while the files are opened one by one."""

    def __init__(self, project: Path, store: Store, today: date | None, *, recount: bool) -> None:
        """Open nothing yet; with `recount`, results that were kept do not bind."""
        self._recount = recount
        self._project = project
        self._winners = project / WINNERS
        self._store = store
        self._opened = doubts.Opened(today)
        self._bases = bases.of(project, store)
        self._told: list[Problem] = [*folder.problems(self._winners), *self._bases.problems]

    def records(self) -> Records:
        """Return the records; raises `ProblemsFound` with all problems of all files."""
        office = self._open(ORGANISATION, schema.Organisation)
        seals: dict[str, model.Picture] = {}
        if office:
            self._opened.office = office
            self._tell(office, checks.organisation(office.value))
            self._tell(office, tenure.faults(office.value))
            seals = self._seals(office)
        rounds = {year: self._round(year, office.value if office else None) for year in folder.years(self._winners)}
        of_papers = self._of_papers(rounds)
        self._told += figures.contradictions({year: opened.award_round for year, opened in rounds.items()})
        self._look_at_faces(rounds)
        self._days({year: opened.award_round for year, opened in rounds.items() if opened.award_round})
        self._persons({year: opened.winners for year, opened in rounds.items() if opened.winners})
        self._told += doubts.problems(self._opened, self._project)
        if office is None or any(not problem.warning for problem in self._told):
            raise ProblemsFound(problem for problem in self._told if not problem.warning)
        organisation = office_facts.organisation(office.value, seals)
        awards = tuple(
            replace(
                facts.award_round(
                    opened.award_round.value,
                    opened.winners.value,
                    facts.Pictures(opened.pictures, opened.of_ceremony),
                    organisation,
                    facts.Beside(
                        opened.certificates.value,
                        _digest_at(opened.award_round),
                        opened.recordings,
                        opened.selection,
                    ),
                ),
                names_due=_names_due(opened.award_round, opened.winners),
            )
            for opened in rounds.values()
            if opened.award_round and opened.winners
        )
        written_papers = {year: opened.papers.value for year, opened in rounds.items() if opened.papers}
        files = {year: opened.selection.survey for year, opened in rounds.items()}
        surveys = {year: survey.value for year, survey in files.items() if survey}
        awards = tuple(
            counted.added(papers.added(each, written_papers, of_papers), organisation, surveys)
            for each in figures.completed(awards)
        )
        for award_round in awards:
            opened = rounds[award_round.programme.year]
            if opened.award_round:
                self._tell(opened.award_round, selection_checks.rules(award_round))
            if opened.selection.verdict and not self._recount:
                self._tell(opened.selection.verdict, selection_checks.verdict(award_round))
            frozen = opened.certificates
            self._tell(frozen, issued.differences(organisation, award_round, frozen.value))
            written = rounds[award_round.programme.year].award_round
            if written:
                self._tell(written, addresses.unprintable(organisation, award_round))
        if any(not problem.warning for problem in self._told):
            raise ProblemsFound(problem for problem in self._told if not problem.warning)
        self._tell(office, addresses.too_long(organisation, awards))
        return Records(organisation, awards, tuple(sorted(self._told, key=lambda p: (p.file, p.line, p.column))))

    def _seals(self, office: Record[schema.Organisation]) -> dict[str, model.Picture]:
        """Return the office's seal, and those that it had before, by the names of their files."""
        written: list[tuple[Loc, str | None]] = []
        with suppress(Unread):
            written.append((("seal",), office.value.seal))
        with suppress(Unread):
            written += [(("formerly", n, "seal"), former.seal) for n, former in enumerate(office.value.formerly)]
        pictures = {file: self._picture(office, loc, self._winners, file) for loc, file in written if file}
        return {file: picture for file, picture in pictures.items() if picture}

    def _round(self, year: int, office: schema.Organisation | None) -> _Opened:
        award_round = self._open(f"{year}/{ROUND}", schema.Round)
        days = _days(award_round.value if award_round else None)
        divisions, villages = _divisions(office, days), _villages(office, days)
        figured = self._open(f"{year}/{SURVEY}", schema.SurveyCounts)
        if award_round:
            award_round = references.of_round(award_round, divisions)
            self._opened.rounds[year] = award_round
            self._tell(award_round, round_checks.round_of_year(award_round.value, year, divisions))
            self._tell(award_round, selection_checks.of_round(award_round.value))
            self._tell(award_round, reply_checks.replies(award_round.value, divisions, villages))
            asked = said_checks.asked(award_round.value, figured.value if figured else None)
            self._tell(award_round, said_checks.you_said(award_round.value, divisions, asked))
        of_ceremony = self._of_ceremony(year, award_round) if award_round else {}
        if award_round and figured:
            self._tell(award_round, survey_checks.of_round(award_round.value, figured.value))
        files = self._selection(year, award_round, divisions, figured)
        voices, own = self._recordings(year), self._open(f"{year}/{PAPERS}", schema.Papers)
        name = f"{year}/{WINNERS_OF_YEAR}"
        if not (self._winners / name).is_file():
            nobody = Record(f"{WINNERS}/{name}", Mapping(Place(0, 0)), schema.Winners(), whole=True)
            if award_round:
                self._tell(award_round, ceremony_checks.photos(award_round.value, nobody.value))
            return _Opened(award_round, nobody, {}, _no_certificates(year), voices, of_ceremony, files, own)
        winners = self._open(name, schema.Winners)
        pictures: dict[int, model.Picture] = {}
        if award_round and winners:
            self._tell(award_round, ceremony_checks.photos(award_round.value, winners.value))
        if winners:
            known = award_round.value if award_round else None
            winners = references.of_winners(winners, known, divisions)
            self._opened.winners[year], self._opened.pictures[year] = winners, pictures
            self._tell(winners, winner_checks.winners(winners.value, known, divisions, whole=winners.whole))
            self._tell(winners, no_winners.faults(winners.value, known))
            self._tell(winners, survey_checks.of_winners(winners.value, figured.value) if figured else ())
            for index, file in _photo_files(winners.value):
                loc = ("winners", index, "photo", "file")
                picture = self._picture(winners, loc, self._winners / str(year), file)
                if picture:
                    pictures[index] = picture
        if winners and not self._recount:
            self._tell(winners, selection_checks.winners(winners.value, files))
        certificates = self._certificates(year, winners)
        return _Opened(award_round, winners, pictures, certificates, voices, of_ceremony, files, own)

    def _of_papers(self, rounds: dict[int, _Opened]) -> dict[int, papers.Pictures]:
        """Look through the official papers of all rounds, oldest first, and return the pictures of each."""
        used: papers.Used = {}
        found: dict[int, papers.Pictures] = {}
        for year, opened in sorted(rounds.items()):
            if opened.papers:
                known = opened.award_round.value if opened.award_round else None
                self._tell(opened.papers, papers.of_round(opened.papers.value, known, self._winners / str(year), used))
                file = papers.krut(opened.papers.value)
                picture = self._picture(opened.papers, ("krut",), self._winners, file) if file else None
                shown = dict(self._shown_scans(opened.papers, self._winners / str(year)))
                found[year] = papers.Pictures(picture, shown)
        return found

    def _shown_scans(
        self, record: Record[schema.Papers], folder: Path
    ) -> Iterator[tuple[int, tuple[model.Picture, ...]]]:
        for index, file in papers.shown_scans(record.value):
            path = photo_path.resolve(folder, file)
            if isinstance(path, Saying):
                continue  # told already
            found = scans.pages(path, self._store)
            if isinstance(found, Saying):
                self._tell(record, [Fault(("numbered", index, "scan"), found)])
            else:
                yield index, found

    def _selection(
        self,
        year: int,
        award_round: Record[schema.Round] | None,
        divisions: Known | None,
        figured: Record[schema.SurveyCounts] | None,
    ) -> selecting.Files:
        """Open what a result is counted from; what contradicts itself is told."""
        known = award_round.value if award_round else None
        nominees = self._open(f"{year}/{NOMINEES}", schema.Nominees)
        if nominees:
            self._opened.nominees[year] = nominees
            nominees = references.of_nominees(nominees, known, divisions)
            self._tell(nominees, nominee_checks.nominees(nominees.value, known, divisions))
        scores = self._open(f"{year}/{SCORES}", schema.Scores)
        if scores:
            self._tell(scores, selection_checks.scores(scores.value, known, nominees.value if nominees else None))
        return selecting.Files(nominees, scores, self._open(f"{year}/{TALLY}", schema.Verdict), figured)

    def _look_at_faces(self, rounds: dict[int, _Opened]) -> None:
        """Find the faces of all winners' photos at once, and tell where that is in doubt."""
        found = faces.found(
            self._store, (picture.digest for each in rounds.values() for picture in each.pictures.values())
        )
        for opened in rounds.values():
            for index, picture in opened.pictures.items():
                opened.pictures[index] = replace(picture, faces=found[picture.digest])
            if opened.winners:
                self._tell(opened.winners, portraits.doubts(opened.winners.value, opened.pictures))

    def _of_ceremony(self, year: int, award_round: Record[schema.Round]) -> dict[int, model.Picture]:
        """Return the pictures of a round's ceremony by their position in its list."""
        pictures: dict[int, model.Picture] = {}
        for index, file in ceremony_checks.files(award_round.value):
            loc = ("ceremony", "photos", index, "file")
            picture = self._picture(award_round, loc, self._winners / str(year), file)
            if picture:
                pictures[index] = picture
        return pictures

    def _certificates(self, year: int, winners: Record[schema.Winners] | None) -> Record[schema.Certificates]:
        frozen = self._open(f"{year}/{CERTIFICATES}", schema.Certificates)
        if frozen is None:
            return _no_certificates(year)
        frozen = references.of_certificates(frozen, winners)
        self._tell(frozen, winner_checks.certificates(frozen.value, winners.value if winners else None))
        return frozen

    def _persons(self, lists: dict[int, Record[schema.Winners]]) -> None:
        for year, fault in person_checks.persons((year, record.value) for year, record in lists.items()):
            self._tell(lists[year], [fault])

    def _days(self, rounds: dict[int, Record[schema.Round]]) -> None:
        for year, fault in day_checks.between_rounds((year, record.value) for year, record in rounds.items()):
            self._tell(rounds[year], [fault])

    def _recordings(self, year: int) -> tuple[model.Recording, ...]:
        record = self._open(f"{year}/{RECORDINGS}", schema.Recordings)
        if record is None:
            return ()
        found = list(recordings.faults(record.value, self._winners / str(year), self._store))
        self._tell(record, found)
        with suppress(Unread):
            return recordings.facts(record)
        return ()

    def _open(self, name: str, kind: type[schema.Kind]) -> Record[schema.Kind] | None:
        path = self._winners / name
        if not path.is_file():
            return None
        fill = (lambda own: self._bases.merged(name, own)) if self._bases else None
        record, problems = open_record(path, f"{WINNERS}/{name}", kind, self._store, fill)
        if self._bases.is_broken and name.endswith((ORGANISATION, ROUND)):  # what is missing may stand in a base
            problems = [each for each in problems if not each.message.th.startswith(ABSENT)]
        self._told += problems
        return record

    def _tell(self, record: Record[schema.Kind], faults: Iterable[Fault]) -> None:
        self._told += [record.problem(fault) for fault in faults]

    def _picture(self, record: Record[schema.Kind], loc: Loc, root: Path, written: str) -> model.Picture | None:
        path = photo_path.resolve(root, written)
        found = path if isinstance(path, Saying) else photos.read(path, self._store)
        if isinstance(found, Saying):
            self._tell(record, [Fault(loc, found)])
            return None
        doubt = photo_words.coarse(found)
        if doubt:
            self._tell(record, [Fault(loc, doubt, warning=True)])
        return found


def _digest_at(award_round: Record[schema.Round]) -> Place:
    return place_of(award_round.tree, ("proof", "digest"))


def _names_due(award_round: Record[schema.Round], winners: Record[schema.Winners]) -> model.Place:
    """Return where the names of a result are missing: in the file of winners or, if there is none, at its moment."""
    if winners.tree.place.line:
        return model.Place(winners.file, *place_of(winners.tree, ("winners",), on_key=True))
    return model.Place(award_round.file, *place_of(award_round.tree, ("result_at",), on_key=True))


def _no_certificates(year: int) -> Record[schema.Certificates]:
    return Record(f"{WINNERS}/{year}/{CERTIFICATES}", Mapping(Place(0, 0)), schema.Certificates(), whole=True)


def _days(award_round: schema.Round | None) -> Span:
    """Return from when to when a round lasts, as far as its days could be read: what was there then may be named."""
    with suppress(Unread):
        if award_round and award_round.steps:
            return Span(min(step.starts for step in award_round.steps), award_round.result_at.date())
    return Span(None, None)


def _divisions(office: schema.Organisation | None, days: Span) -> Known | None:
    """Return a round's divisions by key, or None where one could not be read, which may be the one meant."""
    with suppress(Unread):
        return tenure.known(office.divisions, "key", days) if office else None
    return None


def _villages(office: schema.Organisation | None, days: Span) -> Known | None:
    """Return a round's villages by number as it is written, or None where one could not be read."""
    with suppress(Unread):
        return tenure.known(office.villages, "moo", days) if office else None
    return None


def _photo_files(winners: schema.Winners) -> Iterator[tuple[int, str]]:
    with suppress(Unread):
        for index, winner in enumerate(winners.winners):
            with suppress(Unread):
                if winner.photo:
                    yield index, winner.photo.file
