"""One build from lock to swap: read, make everything beside the old folders, swap at once, remember the inputs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator import disclosure
from generator.building.making import Made, make
from generator.building.press_room import PressRoom
from generator.disk import outputs
from generator.disk.swap import Swap
from generator.ledger import addresses, choice, kept, lagging, manifest, recorded, releases, signatures, unchanged
from generator.ledger.places import BUILD, SITE
from generator.press import memory, refused, templates
from generator.reading import read_all
from generator.store import Extent, Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.building.order import Order
    from generator.disclosure import Ahead, Stage
    from generator.disk.swap import Workshop
    from generator.ledger.releases import Changes
    from generator.ledger.signatures import Verdict
    from generator.model import Records
    from generator.piece import Coarse, Entry, Fit
    from generator.problems import Problem
    from generator.share import Share
    from generator.site.engine import Engine


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, for people and for scripts; `pressed` are the paths that were really made again.

    `changed` is how many of the files are new or other than those before: what the store has kept is not pressed. Of
    years at rest, `at_rest` are the sheets that had to be laid out, fetched from the store or pressed. `site` is
    whether there is a site, `preview` whether all is only to be looked at. `fitted` are the sheets of `build/` with
    words set smaller to fit, `coarse` the photos with too few pixels for a print shop's paper; `changes` is what must
    be done because of differences from the last release, `signed` what there is to report about signed proof books, and
    a preview has neither of these two; `ahead` is what is to be done next, `refused` why sheets were left out, `store`
    what is kept to be used again, `of_share` what was wrong with what other machines made: it is told of this run
    alone.
    """

    files: int
    site: bool
    preview: bool
    pressed: tuple[str, ...]
    changed: int
    at_rest: tuple[str, ...]
    stages: tuple[tuple[int, Stage], ...]
    warnings: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    fitted: tuple[tuple[str, tuple[Fit, ...]], ...]
    coarse: tuple[Coarse, ...]
    changes: Changes
    signed: tuple[Verdict, ...]
    ahead: tuple[Ahead, ...]
    store: Extent
    of_share: tuple[Problem, ...] = ()


def build(
    workshop: Workshop,
    order: Order,
    engine: Engine,
    progress: Callable[[int, int, str], None],
    records: Records | None = None,
    share: Share | None = None,
) -> Report:
    """Make everything that an order asks for.

    The caller holds the workshop's lock and may have started the engine already. `records` are those that the caller
    has just read under this lock; `share` has what other machines made.

    Raises `ProblemsFound` for what the person who keeps the records can fix; then nothing has changed on disk.
    """
    memory.give_back()
    if workshop.is_preview:
        outputs.check_preview(workshop.outputs, (SITE, BUILD))
    outputs.check(workshop.outputs, (SITE, BUILD))
    before = manifest.read(workshop.outputs / BUILD, workshop.own)
    if workshop.own.lost(workshop.outputs / BUILD / manifest.PATH):
        order = replace(order, only=frozenset(), year=None)  # nobody knows what a part would leave in place
    templates.keep_compiled(workshop.compiled)
    inputs = unchanged.inputs(workshop.project)
    photos, sheets = (Store(folder, workshop.own, share) for folder in (workshop.photos, workshop.sheets))
    records = records or read_all(workshop.project, photos)
    choice.refuse_unchosen(order.only, records.organisation)
    addresses.refuse_gone(before, records, order.gone)
    with PressRoom(sheets, photos, workshop.fresh, progress) as room:
        output = make(workshop, order, records, room, engine, before)
    swaps = [Swap(workshop.fresh / BUILD, workshop.outputs / BUILD)]
    if output.site:
        swaps.insert(0, Swap(workshop.fresh / SITE, workshop.outputs / SITE))
    kept.remember(workshop, output.kept)
    workshop.swap(swaps)
    released, damaged = releases.read(workshop.project)
    damaged = (*damaged, *signatures.damaged(workshop.project, records))
    now = releases.release_of(records, output.entries)
    resting = order.resting(records)
    passed = choice.Passed(resting, disclosure.ceremonies_over(records, order.moment))
    known = (*before, *(entry for release in released for entry in release.files.values()))
    signed = () if workshop.is_preview else _verdicts(workshop, order, records, output.entries)
    extents = [store.settle(whole=not order.partial) for store in (photos, sheets)]
    report = Report(
        files=len(output.entries),
        site=bool(records.organisation.site) and (workshop.outputs / SITE).is_dir(),
        preview=workshop.is_preview,
        pressed=tuple(room.pressed),
        changed=manifest.differing(before, output.entries),
        at_rest=tuple(sorted(room.rest.touched)),
        stages=tuple((each.programme.year, disclosure.stage_of(each, order.moment)) for each in records.rounds),
        warnings=(
            *records.warnings,
            *disclosure.overdue(records, order.moment),
            *recorded.outdated(records, order.moment),
            *addresses.not_gone(records, order.gone),
            *lagging.left(records, now, order.moment),
            *damaged,
            *kept.warnings(workshop, records, output.kept),
            *(() if workshop.is_preview else addresses.vanished(known, output.entries, records, order.moment)),
            *(verdict.warning for verdict in signed if verdict.warning),
        ),
        refused=tuple(refused.problems(room.refused)),
        fitted=tuple(room.fitted()),
        coarse=tuple(sorted(room.coarse, key=lambda photo: (photo.dpi / photo.wanted, photo.whose, photo.paper))),
        changes=releases.Changes() if workshop.is_preview else releases.pending(records, released, now, passed),
        signed=signed,
        ahead=tuple(
            disclosure.ahead_of(records.organisation, each, order.moment, rests=each.programme.year in resting)
            for each in records.rounds
        ),
        store=Extent(*map(sum, zip(*extents, strict=True))),
        of_share=share.told() if share else (),
    )
    _remember(workshop, order, records, inputs, output, report, whole=not (order.partial or damaged or report.refused))
    return report


def _verdicts(workshop: Workshop, order: Order, records: Records, entries: list[Entry]) -> tuple[Verdict, ...]:
    announced = frozenset(
        award_round.programme.year for award_round in records.rounds if disclosure.is_told(award_round, order.moment)
    )
    whole = {award_round.programme.year for award_round in records.rounds} - order.resting(records)
    return signatures.verdicts(workshop.project, records, entries, announced, made=() if order.partial else whole)


def _remember(
    workshop: Workshop,
    order: Order,
    records: Records,
    seen: dict[str, list[int]],
    made: Made,
    report: Report,
    *,
    whole: bool,
) -> None:
    """Keep what a later build needs to see that nothing changed.

    A build that is not `whole`, or that told of lost history, never counts as unchanged: the next one tells it anew.
    """
    turns = disclosure.turns(records)
    state: dict[str, Any] = {
        "options": {"sealed": order.sealed} if whole else None,
        "partial": order.partial,
        "since": max((turn.isoformat() for turn in turns if turn <= order.moment), default=None),
        "until": min((turn.isoformat() for turn in turns if turn > order.moment), default=None),
        "report": {
            "files": report.files,
            "stages": [list(stage) for stage in report.stages],
            "warnings": [warning.as_json() for warning in report.warnings],
            "signed": [verdict.as_json() for verdict in report.signed],
            "ahead": [each.as_json() for each in report.ahead],
        },
    }
    new = {entry.path for entry in made.entries} - made.stood | {f"{BUILD}/{manifest.PATH}"}
    unchanged.remember(workshop, state, seen, new, made.stood)
