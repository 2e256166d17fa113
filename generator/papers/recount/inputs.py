"""The sheets that are given: rules, nominees, scores, and what citizens said; only who counts is reckoned yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.model import JOINT
from generator.papers.recount import labels
from generator.papers.recount.grid import Page, Row, cell, reckoned, text
from generator.tally.recusing import all_recusals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Criterion, Nominee, Programme, Selection, Voice


class Given(NamedTuple):
    """A score: where it stands and where it says whether it counts, both as addresses, and what both are."""

    score: str
    counts: str
    value: float | str
    counted: bool


class Said(NamedTuple):
    """What citizens said of a nominee, as addresses: whose it is (0 for nobody's), numerator, denominator, percent."""

    of: str
    above: str
    below: str
    percent: str
    values: tuple[int, int, int]


class Inputs:
    """All that is given, sheet by sheet, and where it stands."""

    def __init__(self, programme: Programme, selection: Selection) -> None:
        """Fill the sheets."""
        self.programme, self.selection = programme, selection
        self.criteria = tuple(each for each in programme.criteria if not each.citizens)
        self.ties = programme.ties[: programme.ties.index(JOINT)] if JOINT in programme.ties else programme.ties
        self.rule: dict[str, str] = {}
        self.weights: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.seats: list[str] = []
        self.rules = self._rules()
        self.states: list[str] = []
        self.decided: list[tuple[str, ...]] = []
        self.nominees = self._nominees()
        self.given: dict[tuple[int, int, str], Given] = {}
        self.scores = self._scores()
        self.said: list[Said] = []
        self.voices = self._voices()

    @property
    def members(self) -> range:
        """The members of the committee, counted from one."""
        return range(1, len(self.programme.committee) + 1)

    @property
    def came(self) -> set[int]:
        """The members who gave scores: a sheet that scores nobody is no part of a quorum."""
        return {
            sheet.member
            for sheet in self.selection.sheets
            if sheet.digest and any(given.scores for given in sheet.given)
        }

    def _rules(self) -> Page:
        plan, said = self.programme, self.programme.tally
        page = _begun(labels.RULES, [10, 58, 34, 22])
        rows: list[tuple[str, Any]] = [
            ("highest", said.highest),
            ("average", said.average),
            ("voice_of", said.voice_of),
            ("sample", said.sample),
            ("too_few", said.too_few),
            ("gate", _number(said.gate)),
            ("pass_mark", _number(said.pass_mark)),
            ("compared", labels.COMPARED[said.compared]),
            ("quorum", said.quorum or len(plan.committee) // 2 + 1),
        ]
        page.heads("", labels.RULE, labels.VALUE)
        for number, (key, value) in enumerate(rows, 1):
            look = "text" if isinstance(value, str) else "given"
            line = page.add(cell(number, "whole"), labels.ON_RULES[key], cell(value, look))
            self.rule[key] = page.at(2, line)
        page.say(labels.CRITERIA, "part")
        page.heads(*labels.CRITERION_HEADS)
        for number, each in enumerate(plan.criteria, 1):
            by = labels.CITIZENS if each.citizens else labels.COMMITTEE
            line = page.add(cell(number, "whole"), each.name, cell(each.weight, "given"), by)
            self.weights[each.key] = page.at(2, line)
        page.say(labels.CATEGORIES, "part")
        page.heads(*labels.CATEGORY_HEADS)
        for number, group in enumerate(plan.categories, 1):
            line = page.add(cell(number, "whole"), group.name, cell(group.places, "given"))
            self.places[group.key] = page.at(2, line)
        self._committee(page)
        page.say(labels.TIES, "part")
        page.heads(*labels.TIE_HEADS)
        for number, rule in enumerate(plan.ties, 1):
            page.add(cell(number, "whole"), tie_words(plan.criteria, rule))
        if not plan.ties:
            page.add("", labels.NO_TIES)
        return page

    def _committee(self, page: Page) -> None:
        ids = {sheet.member: sheet.id for sheet in self.selection.sheets}
        page.say(labels.SEATS, "part")
        page.heads(*labels.SEAT_HEADS)
        for number, seat in enumerate(self.programme.committee, 1):
            came = labels.YES if number in self.came else ""
            line = page.add(cell(number, "whole"), seat.post, cell(came, "given"), ids.get(number, ""))
            self.seats.append(page.at(2, line))
        first, last = page.line - len(self.seats), page.line - 1
        page.add(
            "",
            labels.ON_RULES["came"],
            reckoned(f"COUNTIF({page.between(2, first, last, of=page)},{text(labels.YES)})", len(self.came)),
        )
        self.rule["came"] = page.at(2, page.line - 1)

    def _nominees(self) -> Page:
        page = _begun(labels.NOMINEES, [8, 34, 40, 26, 26, 18, 14])
        decisions = self.selection.decisions
        by_vote = [labels.DECISION.format(number=number) for number, _ in enumerate(decisions, 1)]
        page.heads(labels.NUMBER, labels.WHO, labels.POST, labels.DIVISION, labels.CATEGORY, labels.STATE, *by_vote)
        page.freeze(2)
        for number, each in enumerate(self.selection.nominees, 1):
            orders = [each.id in decision.order and decision.order.index(each.id) + 1 for decision in decisions]
            line = page.add(
                cell(number, "whole"),
                each.name.full,
                each.position,
                each.division.name,
                each.category.name,
                cell(state(each), "given text"),
                *(cell(int(order), "given") for order in orders),
            )
            self.states.append(page.at(5, line))
            self.decided.append(tuple(page.at(6 + place, line) for place, _ in enumerate(decisions)))
        return page

    def decided_between(self, place: int) -> str:
        """Return the addresses of a decision's order, one below the other as the nominees are."""
        last = self.nominees.line - 1
        return self.nominees.between(6 + place, last - len(self.states) + 1, last)

    def _scores(self) -> Page:
        page = _begun(labels.SCORES, [14, 8, 34, 34, 12, 40, 10])
        page.heads(
            labels.MEMBER, labels.NUMBER, labels.WHO, labels.CRITERION, labels.SCORE, labels.RECUSED, labels.COUNTS
        )
        page.freeze(3)
        recused = all_recusals(self.programme, self.selection)
        given = {(sheet.member, each.nominee): each.scores for sheet in self.selection.sheets for each in sheet.given}
        for member in self.members:
            for number, nominee in enumerate(self.selection.nominees, 1):
                why = recused[nominee.id].get(member, "")
                scores = given.get((member, nominee.id), {})
                for criterion in self.criteria:
                    self._score(page, (member, number), nominee, criterion, (scores, why))
        return page

    def _score(
        self,
        page: Page,
        key: tuple[int, int],
        nominee: Nominee,
        criterion: Criterion,
        said: tuple[Mapping[str, Any], str],
    ) -> None:
        scores, why = said
        score = _number(scores.get(criterion.key))
        counted = score != "" and not why and key[0] in self.came
        row = Row(page)
        row.put("member", "", cell(key[0], "whole"))
        row.put("number", "", cell(key[1], "whole"))
        row.put("who", "", cell(nominee.name.full))
        row.put("criterion", "", cell(criterion.name))
        row.put("score", "", cell(score, "given"))
        row.put("why", "", cell(why, "given text"))
        seat = self.seats[key[0] - 1]
        counts = f'IF(AND({row["score"]}<>"",{row["why"]}="",{seat}={text(labels.YES)}),1,0)'
        row.reckon("counts", "", counts, int(counted))
        row.done()
        here = (page.at(4, row.number), page.at(6, row.number))
        self.given[*key, criterion.key] = Given(*here, score, counted)

    def _voices(self) -> Page:
        page = _begun(labels.VOICES, [8, 34, *[16] * 20])
        heard = self.selection.heard
        three = [labels.OF_OWN, labels.OF_DIVISION, labels.OF_WHOLE]
        page.heads(
            labels.NUMBER,
            labels.WHO,
            *(f"{what} {of}" for of in three for what in (labels.ABOVE, labels.BELOW, labels.ANSWERED)),
            labels.USED,
            labels.USED_ABOVE,
            labels.USED_BELOW,
            labels.PERCENT,
        )
        page.freeze(2)
        for number, nominee in enumerate(self.selection.nominees, 1):
            voices = (
                heard.people.get(nominee.id) or nominee.voice,
                heard.divisions.get(nominee.division.key),
                heard.whole,
            )
            self._voice(page, number, nominee, voices)
        return page

    def _voice(self, page: Page, number: int, nominee: Nominee, voices: tuple[Voice | None, ...]) -> None:
        rules = self.programme.tally
        row = Row(page)
        row.put("number", "", cell(number, "whole"))
        row.put("who", "", cell(nominee.name.full))
        values = []
        for kind, voice in enumerate(voices):
            three = (voice.percent.numerator, voice.percent.denominator, voice.replies) if voice else (0, 1, 0)
            values.append(three)
            for part, value in zip(("above", "below", "many"), three, strict=True):
                row.put(f"{part} {kind}", "", cell(value, "given"))
        formula, used = "0", 0
        for code, kind in reversed([*_asked(rules.voice_of, rules.too_few)]):
            formula = f"IF({row[f'many {kind}']}>={self.rule['sample']},{code},{formula})"
            used = code if values[kind][2] >= rules.sample else used
        row.reckon("of", "", formula, used)
        kinds = dict(_asked(rules.voice_of, rules.too_few))
        for place, part in enumerate(("above", "below")):
            taken = str(place)
            for code, kind in kinds.items():
                taken = f"IF({row['of']}={code},{row[f'{part} {kind}']},{taken})"
            row.reckon(part, "", taken, values[kinds[used]][place] if used else place)
        above, below = int(row.values["above"]), int(row.values["below"])
        percent = f'IF({row["of"]}=0,"",{row["above"]}/{row["below"]})'
        row.reckon("percent", "", percent, above / below if used else "", "figure")
        row.done()
        where = [page.at(row.place(key), row.number) for key in ("of", "above", "below", "percent")]
        self.said.append(Said(where[0], where[1], where[2], where[3], (used, above, below)))


def _asked(voice_of: str, too_few: str) -> Iterator[tuple[int, int]]:
    """Yield whose satisfaction is asked for, one after the other: its code, and which of the three it is."""
    yield 1, 1 if voice_of == "กอง" else 0
    if too_few == "ใช้ผลของกอง":
        yield 2, 1
    if too_few in {"ใช้ผลของกอง", "ใช้ผลทั้งหน่วยงาน"}:
        yield 3, 2


def state(nominee: Nominee) -> str:
    """Return whether somebody may be chosen, in a word."""
    return "ไม่มีคุณสมบัติ" if nominee.unfit else "ถอนตัว" if nominee.withdrawn else labels.FIT


def tie_words(criteria: tuple[Criterion, ...], rule: str) -> str:
    """Return what a rule for ties looks at."""
    names = {each.key: each.name for each in criteria}
    return labels.TIE_WORDS.get(rule) or names[rule]


def what(criteria: tuple[Criterion, ...], rule: str) -> str:
    """Return a rule for ties in the words of a heading."""
    return labels.WHAT.get(rule) or {each.key: each.name for each in criteria}[rule]


def _begun(tab: str, wide: list[int]) -> Page:
    page = Page(tab, wide)
    for said in labels.HOW[tab]:
        page.say(said)
    return page


def _number(value: Any) -> float | str:  # noqa: ANN401 - a decimal or nothing
    """Return a decimal as the spreadsheet has it, "" for none; scores are halves, which it holds exactly."""
    if value is None:
        return ""
    return int(value) if value == int(value) else float(value)
