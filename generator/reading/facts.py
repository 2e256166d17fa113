"""Turns written records that are sound into the frozen facts; decides nothing and can no longer fail."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator import model
from generator.reading import no_winners, portraits, selecting, ways
from generator.reading.names import called, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.reading import schema
    from generator.reading.tree import Place


class Pictures(NamedTuple):
    """A round's photos that came through the door, by their positions: of the winners, and of the ceremony."""

    winners: Mapping[int, model.Picture]
    ceremony: Mapping[int, model.Picture]


class Beside(NamedTuple):
    """What stands in the other files of a round's folder.

    `digest_at` is where the digest of the signed proof book stands, if there is one.
    """

    certificates: schema.Certificates
    digest_at: Place
    recordings: tuple[model.Recording, ...]
    selection: selecting.Files


def award_round(
    written: schema.Round,
    winners: schema.Winners,
    pictures: Pictures,
    office: model.Organisation,
    beside: Beside,
) -> model.AwardRound:
    """Return one round."""
    frozen = {
        each.winner: model.Certificate(each.number, each.token, _issued(each.issued) if each.issued else None)
        for each in beside.certificates.certificates
    }
    then = office.between(min(step.starts for step in written.steps), written.result_at.date())
    divisions = {division.key: division for was in then for division in was.divisions}
    villages = {village.moo: village for was in then for village in was.villages}
    sample = written.sample or winners.sample or office.sample
    programme = _programme(written, divisions, pictures.ceremony, sample=sample)
    categories = {category.key: category for category in programme.categories}
    return model.AwardRound(
        programme=programme,
        outcomes=_outcomes(written.outcomes),
        award_signer=_signer(written.award_signer),
        publish_totals=written.publish_totals,
        winners=_each_once(
            _winner(
                each,
                divisions[each.division],
                categories[each.category],
                pictures.winners.get(index),
                frozen.get(each.id),
            )
            for index, each in enumerate(winners.winners)
        ),
        signed=model.Signed(written.proof.digest, written.proof.signed, *beside.digest_at) if written.proof else None,
        recordings=beside.recordings,
        replies=tuple(_replies(each, divisions, villages) for each in written.replies),
        corrections=tuple(model.Correction(each.of, each.day, each.right or "") for each in written.corrections),
        unawarded=_unawarded(winners, categories),
        selection=selecting.selection(beside.selection, divisions, categories),
        opinions=selecting.opinions(beside.selection.survey.value if beside.selection.survey else None),
        you_said=tuple(
            model.YouSaid(each.said, each.did, each.since, divisions.get(each.division or ""), each.aspect or "")
            for each in written.you_said
        ),
    )


def _unawarded(written: schema.Winners, categories: Mapping[str, model.Category]) -> tuple[model.Unawarded, ...]:
    whole = [model.Unawarded(None, no_winners.reason(written.no_winners))] if no_winners.whole(written) else []
    return (*whole, *(model.Unawarded(categories[each.category], each.reason or "") for each in written.no_winners_in))


def _replies(
    written: schema.Replies, divisions: Mapping[str, model.Division], villages: Mapping[int, model.Village]
) -> model.Replies:
    spot = villages.get(written.moo or 0) or divisions.get(written.division or "")
    return model.Replies(written.channel, spot, written.count)


def _issued(written: schema.Issued) -> model.Issued:
    return model.Issued(
        office=written.office,
        award=written.award,
        name=_issued_name(written.name),
        position=written.position or "",
        division=written.division,
        category=written.category,
        day=written.day,
        signer=model.Signer(_issued_name(written.signer.name), written.signer.post, ""),
    )


def _issued_name(written: schema.IssuedName) -> model.Name:
    title, last = written.title or "", written.last or ""
    return model.Name(title, written.first, last, None, written.jawi, team=written.team, late=written.late)


def _programme(
    written: schema.Round,
    divisions: Mapping[str, model.Division],
    of_ceremony: Mapping[int, model.Picture],
    *,
    sample: bool,
) -> model.Programme:
    return model.Programme(
        year=written.year,
        title=written.title,
        award_name=written.award,
        reasons=tuple(written.reasons),
        objectives=tuple(written.objectives),
        target_group=written.target_group,
        target_people=written.target_people,
        owner=written.owner,
        budget=written.budget,
        outputs=tuple(written.outputs),
        publicity=tuple(written.publicity),
        steps=tuple(model.Step(each.key, each.text, each.starts, each.ends) for each in written.steps),
        result_at=written.result_at,
        committee=tuple(model.CommitteePost(each.post, each.role) for each in written.committee),
        criteria=tuple(
            model.Criterion(each.key, each.name, each.detail, each.weight, each.citizens) for each in written.criteria
        ),
        tie_rule=written.tie_rule or selecting.tie_rule(written),
        ties=tuple(written.ties),
        tally=selecting.rules(written.tally),
        categories=tuple(model.Category(each.key, each.name, each.places) for each in written.categories),
        nominators=tuple(divisions[key] for key in written.nominators),
        document_signers=tuple(_signer(each) for each in written.document_signers),
        survey=_survey(written.survey),
        sample=sample,
        ceremony=_ceremony(written.ceremony, of_ceremony) if written.ceremony else None,
        newsletter_issue=written.newsletter_issue or "",
    )


def _survey(written: schema.Survey) -> model.Survey:
    return model.Survey(
        form=written.form,
        opens=written.opens,
        closes=written.closes,
        counted_until=written.counted_until,
        minutes=written.minutes,
        other_ways=tuple(
            model.OtherWay(each.name, each.detail, each.kind or ways.kind_of(each.name)) for each in written.other_ways
        ),
        aspects=tuple(model.Aspect(each.name, tuple(each.items)) for each in written.aspects),
        nameless=written.nameless,
    )


def _ceremony(written: schema.Ceremony, pictures: Mapping[int, model.Picture]) -> model.Ceremony:
    return model.Ceremony(
        place=written.place,
        starts=written.starts,
        presider=_presider(written.presider),
        particle=written.particle,
        reporter=_presider(written.reporter) if written.reporter else None,
        dress=written.dress or "",
        events=tuple(
            model.CeremonyEvent(each.text, each.who, each.minutes, each.prepare or "", each.handover)
            for each in written.events
        ),
        held=written.held,
        photos=tuple(
            model.CeremonyPhoto(pictures[index], each.alt, tuple(each.people), each.everyone_agreed)
            for index, each in enumerate(written.photos)
            if index in pictures
        ),
    )


def _presider(written: schema.Presider) -> model.Presider:
    return model.Presider(written.post, name_of(written.name) if written.name else None)


def _outcomes(written: schema.Outcomes) -> model.Outcomes:
    return model.Outcomes(
        satisfaction_target=written.satisfaction_target,
        satisfaction_method=written.satisfaction_method,
        satisfaction=tuple(model.YearFigure(each.year, each.percent, each.replies) for each in written.satisfaction),
        complaints=tuple(model.YearFigure(each.year, Decimal(each.count)) for each in written.complaints),
    )


def _signer(written: schema.Signer) -> model.Signer:
    return model.Signer(name_of(written.name), written.post, written.role)


def _winner(
    written: schema.Winner,
    division: model.Division,
    category: model.Category,
    picture: model.Picture | None,
    certificate: model.Certificate | None,
) -> model.Winner:
    return model.Winner(
        id=written.id,
        name=called(written),
        position=written.position or "",
        division=division,
        category=category,
        place=written.place,
        citation=written.citation or "",
        story=written.story or "",
        quote=written.quote or "",
        satisfaction=_satisfaction(written.satisfaction),
        scores=MappingProxyType(dict(written.scores)),
        photo=_photo(written.photo, picture) if written.photo and picture else None,
        suppressed=_suppression(written.name_suppressed),
        certificate=certificate,
        formerly=tuple(written.formerly),
        members=tuple(
            model.Member(name_of(each), each.withdrawn, _suppression(each.name_suppressed))
            for each in (written.team.members if written.team else ())
        ),
        size=written.team.people if written.team else None,
        total=written.total,
    )


def _satisfaction(written: schema.Satisfaction | None) -> model.Satisfaction:
    """Return what citizens said; where a count came without a figure, nobody is known to have answered."""
    return model.Satisfaction(written.percent, written.replies) if written else model.Satisfaction(Decimal(0), 0)


def _suppression(written: schema.Suppression | None) -> model.Suppression | None:
    return model.Suppression(written.reason, written.since) if written else None


def _each_once(winners: Iterable[model.Winner]) -> tuple[model.Winner, ...]:
    """Return the winners, who was chosen in several groups of staff once, as they are written first.

    What one of the entries takes back is taken back for all: nobody can be hidden in one group and shown in another.
    """
    entries: dict[str, list[model.Winner]] = {}
    for winner in winners:
        entries.setdefault(winner.id, []).append(winner)
    return tuple(_as_one(*same) for same in entries.values())


def _as_one(first: model.Winner, *also: model.Winner) -> model.Winner:
    if not also:
        return first
    photos = [each.photo for each in (first, *also) if each.photo]
    withdrawn = [photo for photo in photos if photo.consent and photo.consent.withdrawn]
    return replace(
        first,
        photo=next(iter((*withdrawn, *photos)), None),
        suppressed=next((each.suppressed for each in (first, *also) if each.suppressed), None),
        formerly=tuple(dict.fromkeys(old for each in (first, *also) for old in each.formerly)),
        also=also,
    )


def _photo(written: schema.Photo, picture: model.Picture) -> model.Photo:
    consent = written.consent
    agreed = model.Consent(frozenset(consent.channels), consent.given, consent.withdrawn) if consent else None
    face = portraits.face(picture, written.focus)
    return model.Photo(picture, written.alt, portraits.focus(written.focus, face), face, agreed)
