"""Other people's arithmetic: intervals by statsmodels, and a solver that tries to work hidden groups back."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.disclosure import MIN_GROUP
from generator.survey.counting import Group
from generator.survey.record import divided
from generator.survey.statistics import People, around_mean, wilson

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 400
Table = dict[str | None, int]
Shown = list[tuple[str | None, int]]


@pytest.mark.parametrize("seed", range(40))
def test_intervals_are_those_of_statsmodels(seed: int) -> None:
    """Also where nearly everybody is content, and where somebody asked a good part of the population."""
    from statsmodels.stats.proportion import proportion_confint  # takes as long as all that is tested here
    from statsmodels.stats.weightstats import DescrStatsW

    chance = random.Random(seed)
    n = chance.choice((2, 3, 5, 17, 60, 412, 5_000))
    part = chance.choice((0, n, chance.randrange(n + 1)))
    assert np.allclose(np.array(wilson(part, n)) / 100, proportion_confint(part, n, method="wilson"), atol=1e-12)
    means = [Fraction(chance.randint(10, 50), 10) for _ in range(n)]
    people = People({mean: means.count(mean) for mean in set(means)}, 4)
    found, expected = around_mean(people), DescrStatsW([float(mean) for mean in means]).tconfint_mean(0.05)
    assert found is not None
    assert np.allclose(found, expected, atol=1e-9)
    population = n + chance.randint(1, 3 * n)
    left = (population - n) / (population - 1)
    smaller = proportion_confint(part / left, n / left, method="wilson")
    assert np.allclose(np.array(wilson(part, n, population)) / 100, smaller, atol=1e-12)
    half = (expected[1] - expected[0]) / 2 * left**0.5
    narrower = around_mean(people, population)
    assert narrower is not None
    assert np.allclose(narrower, (float(people.mean) - half, float(people.mean) + half), atol=1e-9)


def tables() -> Iterator[Table]:
    """Yield how many came from where in many rounds, most of them with groups that are too small to be told."""
    chance, made = random.Random(23), 0
    while made < ROUNDS:
        names: list[str | None] = [*"abcdefg"[: chance.randint(2, 6)]]
        if chance.random() < 0.4:
            names.append(None)
        table = {name: chance.choice((1, 2, 3, 4, 4, 5, 6, 9, chance.randint(1, 30))) for name in names}
        if sum(table.values()) >= MIN_GROUP:  # of fewer nothing at all is published
            made += 1
            yield table


def shown(table: Table) -> Shown:
    """Return what is kept of a round: names and how many, None for those put together."""
    groups = {name: Group(bytearray(many), many) for name, many in table.items()}
    return [(each.name, each.replies) for each in divided(groups, lambda name: name)]


def hidden(table: Table, told: Shown) -> list[str | None]:
    """Return what does not stand by itself."""
    return [name for name in table if name is None or name not in {each for each, _ in told}]


def test_no_hidden_group_is_the_only_solution() -> None:
    """A reader who knows who is hidden, and all sums, still cannot say how many of a small group there were."""
    small = 0
    for table in tables():
        told, secret = shown(table), hidden(table, shown(table))
        total = sum(table.values()) - sum(many for name, many in told if name is not None)
        for place, name in enumerate(secret):
            if table[name] < MIN_GROUP:
                small += 1
                assert len({_extreme(len(secret), place, total, sign) for sign in (1, -1)}) == 2, (table, name)
    assert small > ROUNDS


def _extreme(many: int, place: int, total: int, sign: int) -> int:
    """Return the largest or smallest that one of some groups can be, each of which has somebody in it."""
    wanted = np.zeros(many)
    wanted[place] = -sign
    from scipy.optimize import Bounds, LinearConstraint, milp

    sums = LinearConstraint(np.ones((1, many)), total, total)
    found = milp(wanted, constraints=sums, bounds=Bounds(1, np.inf), integrality=np.ones(many))
    assert found.success
    return round(float(found.x[place]))


def test_nor_is_it_for_somebody_who_knows_the_rule() -> None:
    """Every other round that would be told in the same way is tried: in one of them the group is of another size."""
    tried = 0
    for table in tables():
        told, secret = shown(table), hidden(table, shown(table))
        known = {name: many for name, many in table.items() if name not in secret}
        total = sum(table.values()) - sum(known.values())
        left = {name for name in secret if table[name] < MIN_GROUP}
        if not left or total > 40 or len(secret) > 4:
            continue
        tried += 1
        for other in _parts(total, len(secret)):
            changed = {**known, **dict(zip(secret, other, strict=True))}
            if any(changed[name] != table[name] for name in left) and shown(changed) == told:
                left = {name for name in left if changed[name] == table[name]}
                if not left:
                    break
        assert not left, (table, told, left)
    assert tried > ROUNDS // 3


def _parts(total: int, many: int) -> Iterator[tuple[int, ...]]:
    """Yield all ways to divide a number into so many parts of at least one."""
    for cuts in itertools.combinations(range(1, total), many - 1):
        yield tuple(after - before for before, after in itertools.pairwise((0, *cuts, total)))
