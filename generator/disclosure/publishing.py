"""Records at a moment, through a channel: the only place that decides what of a round is public."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from generator import tally
from generator.disclosure.counted import counted
from generator.disclosure.honour import Honour
from generator.disclosure.notices import issued, issues
from generator.disclosure.opinions import opinions
from generator.disclosure.pending import pending
from generator.disclosure.publication import Publication
from generator.disclosure.reach import enough, reach
from generator.disclosure.stages import (
    ceremony_hours,
    ceremony_state,
    changes,
    is_late,
    is_out,
    is_told,
    midnight,
    office_changes,
    prepared,
    resting,
    stage_of,
    standing_of,
    survey_state,
)
from generator.disclosure.values import (
    Portrait,
    PublicPhoto,
    PublicRecording,
    PublicRound,
    PublicWinner,
    Standing,
)
from generator.model import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date, datetime
    from decimal import Decimal

    from generator.model import (
        AwardRound,
        Correction,
        OccasionKey,
        Organisation,
        Outcomes,
        Records,
        Showing,
        Winner,
        YouSaid,
    )

P = ParamSpec("P")
T = TypeVar("T")

OF_THE_RESULT: frozenset[OccasionKey] = frozenset({"result", "ceremony", "thanks"})
"""The announcements that reveal a result, so that a correction of one would reveal it too."""


def _remembered(disclose: Callable[P, T]) -> Callable[P, T]:
    """Remember what was disclosed of the records that were asked about last: every piece asks, and there are seventy.

    What is disclosed cannot change, so all may be given the same.
    """
    records: list[object] = [None]
    known: dict[object, T] = {}

    @wraps(disclose)
    def remembered(*args: P.args, **named: P.kwargs) -> T:
        if records[0] is not args[0]:
            records[0] = args[0]
            known.clear()
        key = (args[1:], *sorted(named.items()))
        if key not in known:
            known[key] = disclose(*args, **named)
        return known[key]

    return remembered


@_remembered
def publish(
    records: Records,
    moment: datetime,
    channel: Showing,
    *,
    inside: bool = False,
    without: frozenset[int] = frozenset(),
) -> Publication:
    """Return what may be known at a moment through one channel; `inside` adds what the office still has to do.

    Rounds of the years `without` are left out.
    """
    secret = _secret(records, moment)
    rounds = tuple(
        public_round(records.organisation, award_round, moment, channel, inside=inside, secret=secret)
        for award_round in records.rounds
        if award_round.programme.year not in without
    )
    old = resting(records, moment)
    return Publication(
        records.organisation.on(moment.date()), tuple(_of_old(each) if each.year in old else each for each in rounds)
    )


def _of_old(rests: PublicRound) -> PublicRound:
    """Return a round that rests, with portraits that say so."""
    seen = ((winner, winner.portrait) for winner in rests.winners)
    return replace(
        rests,
        winners=tuple(
            replace(winner, portrait=replace(portrait, of_old=True)) if portrait else winner
            for winner, portrait in seen
        ),
    )


@_remembered
def seal(
    records: Records,
    moment: datetime,
    channel: Showing,
    *,
    inside: bool = False,
    without: frozenset[int] = frozenset(),
) -> Publication:
    """Return the coming results, each as it will be at its own moment and marked with it; for internal sheets only.

    Rounds of the years `without` are left out.
    """
    rounds = []
    for award_round in records.rounds:
        release = award_round.programme.result_at
        left_out = award_round.programme.year in without
        if award_round.decided and not left_out and not is_out(award_round.programme, moment):
            rounds.append(
                public_round(
                    records.organisation,
                    award_round,
                    release,
                    channel,
                    release=release,
                    inside=inside,
                    secret=_secret(records, release),
                )
            )
    return Publication(records.organisation.on(moment.date()), tuple(rounds))


@_remembered
def prepare(
    records: Records,
    moment: datetime,
    channel: Showing,
    resting: Collection[int] = frozenset(),
    *,
    inside: bool = False,
) -> tuple[tuple[datetime, Publication], ...]:
    """Return each coming moment for which things are made already, with the round as it will be then.

    Nothing is prepared for a round whose year is `resting`.
    """
    return tuple(
        (begins, _prepared(records, award_round, begins, channel, inside=inside))
        for award_round in records.rounds
        if award_round.programme.year not in resting
        for begins in prepared(award_round.programme, moment, records.organisation.prepare_days)
    )


def turns(records: Records) -> list[datetime]:
    """Return the moments at which what may be made of the records changes by itself, in no order."""
    early = timedelta(days=records.organisation.prepare_days)
    begins = [begins for award_round in records.rounds for begins in changes(award_round.programme)]
    consents = [day for award_round in records.rounds for day in _consents(award_round)]
    since = [midnight(each.since) for award_round in records.rounds for each in award_round.you_said if each.since]
    notices = [day for award_round in records.rounds for day in issues(award_round)]
    early_begins = [moment - early for moment in begins]
    return [*begins, *early_begins, *office_changes(records.organisation), *consents, *since, *notices]


def _consents(award_round: AwardRound) -> Iterator[datetime]:
    """Yield the moments from which photos of winners may be shown."""
    for winner in award_round.winners:
        if winner.photo and winner.photo.consent:
            yield midnight(winner.photo.consent.given)


def _prepared(
    records: Records, award_round: AwardRound, begins: datetime, channel: Showing, *, inside: bool
) -> Publication:
    secret = _secret(records, begins)
    coming = public_round(records.organisation, award_round, begins, channel, inside=inside, secret=secret)
    return Publication(records.organisation.on(begins.date()), (replace(coming, prepared_for=begins, notices=()),))


def _secret(records: Records, moment: datetime) -> frozenset[int]:
    """Return the years whose result may not be known at a moment."""
    return frozenset(each.programme.year for each in records.rounds if not is_told(each, moment))


def public_round(
    organisation: Organisation,
    award_round: AwardRound,
    moment: datetime,
    channel: Showing,
    *,
    release: datetime | None = None,
    inside: bool = False,
    secret: frozenset[int] = frozenset(),
) -> PublicRound:
    """Return one round as it may be seen at a moment through one channel, with the office as it was in that round.

    `secret` are the years of other rounds whose result, and with it whose figures, may not be known yet.
    """
    programme = award_round.programme
    announced = is_told(award_round, moment)
    day = min(moment, programme.result_at).date()
    winners = tuple(
        replace(_public_winner(award_round, winner, channel, moment.date()), leaf=leaf)
        for leaf, winner in enumerate(award_round.in_order)
        if announced and winner.suppressed is None
    )
    return PublicRound(
        organisation=organisation.on(day),
        issuer=organisation.on(programme.given_on),
        today=organisation.on(moment.date()),
        also=organisation.between(programme.survey.opens, day)[:-1],
        programme=programme,
        stage=stage_of(award_round, moment),
        survey_state=survey_state(programme.survey, moment),
        outcomes=_outcomes(award_round.outcomes, secret if announced else secret | {programme.year}),
        award_signer=award_round.award_signer if announced else None,
        winners=winners,
        count=counted(award_round, winners) if announced else None,
        release=release,
        recordings=tuple(
            PublicRecording(voice.words, voice.sound, voice.seconds, voice.chime, voice.twice, voice.on_site)
            for voice in award_round.recordings
            if voice.on_site or channel not in {"site", "link"}
        ),
        reach=reach(award_round) if announced else None,
        opinions=opinions(award_round) if announced else None,
        you_said=_you_said(award_round, moment.date(), announced=announced),
        pending=pending(award_round) if inside and is_out(programme, moment) else (),
        corrections=_corrections(award_round, announced=announced),
        unawarded=award_round.unawarded if announced else (),
        nobody=announced and award_round.nobody,
        late=is_late(award_round, moment),
        ceremony=ceremony_state(programme, moment),
        steps=standing_of(award_round, moment),
        photos=_photos(award_round, channel, moment.date())
        if announced and moment >= ceremony_hours(programme)[0]
        else (),
        notices=() if release else issued(award_round, moment),
    )


def _photos(award_round: AwardRound, channel: Showing, day: date) -> tuple[PublicPhoto, ...]:
    """Return the pictures of the ceremony in which every winner agreed to be shown through a channel."""
    ceremony, by_id = award_round.programme.ceremony, {winner.id: winner for winner in award_round.winners}
    photos = []
    for photo in ceremony.photos if ceremony else ():
        people = [by_id[each] for each in photo.people]
        if all(may_portray(winner, channel, day) for winner in people):
            keys = tuple(sorted(key_of(award_round.programme.year, winner) for winner in people))
            photos.append(PublicPhoto(photo.picture, photo.alt, Standing(keys, keys)))
    return tuple(photos)


def _corrections(award_round: AwardRound, *, announced: bool) -> tuple[Correction, ...]:
    """Return what was announced wrongly; before a result is out, nothing that concerns it."""
    return tuple(
        correction for correction in award_round.corrections if announced or correction.of not in OF_THE_RESULT
    )


def _you_said(award_round: AwardRound, day: date, *, announced: bool) -> tuple[YouSaid, ...]:
    """Return what citizens said and what was done, from its day on, or else with the result.

    What names somebody who may not be named is kept back whole: a winner before the result or whose name is suppressed,
    and whoever was nominated and not chosen.
    """
    chosen = {winner.id for winner in award_round.winners if announced and winner.suppressed is None}
    nominees = award_round.selection.nominees if award_round.selection else ()
    named = {each.id: each.name for each in nominees} | {each.id: each.name for each in award_round.winners}
    hidden = [name for id_, name in named.items() if id_ not in chosen]
    return tuple(
        each
        for each in award_round.you_said
        if (announced if each.since is None else each.since <= day)
        and not any(name.stands_in(f"{each.said} {each.did}") for name in hidden)
    )


def _outcomes(outcomes: Outcomes, hidden: frozenset[int]) -> Outcomes:
    """Return the figures with the answer counts that may be published, without the years of coming results."""
    return replace(
        outcomes,
        satisfaction=tuple(
            replace(figure, replies=enough(figure.replies))
            for figure in outcomes.satisfaction
            if figure.year not in hidden
        ),
        complaints=tuple(figure for figure in outcomes.complaints if figure.year not in hidden),
    )


def _public_winner(award_round: AwardRound, winner: Winner, channel: Showing, day: date) -> PublicWinner:
    photo = winner.photo if may_portray(winner, channel, day) else None
    key = key_of(award_round.programme.year, winner)
    return PublicWinner(
        id=winner.id,
        name=winner.name,
        position=winner.position or _of_a_team(winner),
        division=winner.division,
        category=winner.category,
        place=winner.place,
        citation=winner.citation if photo else "",
        story=winner.story if photo else "",
        quote=winner.quote if photo else "",
        satisfaction=winner.satisfaction if photo and enough(winner.satisfaction.replies) else None,
        total=_total(award_round, winner),
        portrait=Portrait(photo.picture, photo.alt, photo.focus, key, photo.face) if photo else None,
        certificate=winner.certificate,
        formerly=winner.formerly,
        mentions=_mentions(award_round, winner) if photo else (),
        key=key,
        told_on_site=bool(winner.story) and may_portray(winner, "site", day),
        joint=_is_joint(award_round, winner),
        also=tuple(
            Honour(each.category, each.place, _is_joint(award_round, each), _total(award_round, each))
            for each in winner.also
        ),
        members=tuple(member.name for member in winner.members if member.suppressed is None),
        namesake=any(
            other is not winner and other.name.bare == winner.name.bare and other.suppressed is None
            for other in award_round.winners
        ),
    )


def _of_a_team(winner: Winner) -> str:
    """Return what stands in place of a post: a team holds none, but how many it has may be known."""
    size = winner.size or len(winner.members)
    return f"สมาชิก {size} คน" if size else "ทีมงาน"


def _total(award_round: AwardRound, winner: Winner) -> Decimal | None:
    return tally.total(award_round.programme.criteria, winner) if award_round.publish_totals else None


def _is_joint(award_round: AwardRound, winner: Winner) -> bool:
    """Return whether several have the same place in one group of staff."""
    entries = [each for other in award_round.winners for each in (other, *other.also)]
    return sum((each.category, each.place) == (winner.category, winner.place) for each in entries) > 1


def _mentions(award_round: AwardRound, winner: Winner) -> tuple[str, ...]:
    """Return the keys of other winners who are named in one winner's texts: somebody who helped, for example."""
    texts = f"{winner.citation} {winner.story} {winner.quote}"
    return tuple(
        key_of(award_round.programme.year, other)
        for other in award_round.winners
        if other is not winner and other.name.stands_in(texts)
    )


def may_portray(winner: Winner, channel: Showing, day: date | None = None) -> bool:
    """Return whether a photo, and the words that describe the person in it, may be shown through a channel.

    With `day`, a consent counts from the day on which it was given, while a withdrawal counts at once.

    The picture of a link is on the site, and an app copies it when somebody shares the link: it needs both consents.
    That of a team shows all of its members, so each of them can take it back.
    """
    channels = {"site", "social"} if channel == "link" else {channel}
    consent = winner.photo.consent if winner.photo else None
    agreed = consent is not None and consent.withdrawn is None and channels <= consent.channels
    begun = day is None or consent is None or consent.given <= day
    everybody = not any(member.left for member in winner.members)
    return agreed and begun and everybody and winner.suppressed is None
