"""What the pages say at each stage of a round, before any site is made from them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

import pytest

from generator.disclosure import Portrait, PublicFile, Stage, SurveyState
from generator.model import Name, Picture, Signer
from generator.piece import Rendition
from generator.pieces.parts import timeline
from generator.pieces.web import called, easy, home, page_frame
from generator.press import page_lines
from generator.thai.figures import figure, size_text
from generator.thai.lines import phrases
from tests.support.publications import before_the_result, make_publication, pages, sheets
from tests.support.rounds import make_organisation, make_programme, make_round, make_winner
from tests.support.web import said

if TYPE_CHECKING:
    from pathlib import Path

COMING = ("preparing", "criteria", "nominations", "survey", "judging")
CANARY = "คีรีขันธ์พิสูจน์"


def _text(made: dict[str, bytes]) -> str:
    return "\n".join(content.decode() for content in made.values())


@pytest.mark.parametrize("stage", get_args(Stage))
def test_every_stage_has_its_pages(stage: Stage, tmp_path: Path) -> None:
    """The site is up from the first announcement on; a stage without its page would be a day without a site."""
    award_round = before_the_result(stage) if stage in COMING else make_round(stage=stage)
    made = pages(make_publication(award_round), tmp_path)
    wanted = {
        "index.md",
        "2566/index.md",
        "2566/programme.md",
        "2566/criteria.md",
        "media.md",
        "privacy.md",
        "s/web66.md",
    }
    assert wanted <= made.keys()
    assert ("2566/results.md" in made) == (stage not in COMING)
    assert ("2566/winner-w1.md" in made) == (stage not in COMING)


def test_while_the_next_round_is_prepared_the_last_survey_is_still_asked(tmp_path: Path) -> None:
    """An office hears its citizens all year round; a new folder must not make the button disappear."""
    last, coming = make_round(stage="closed"), before_the_result("preparing", programme=make_programme(year=2567))
    publication = make_publication(coming, last)
    assert "s/web66.html" in pages(publication, tmp_path)["index.md"].decode()
    assert page_frame.site(publication)["survey"]["href"] == "s/web66.html"
    both = make_publication(replace(coming, stage="survey", survey_state="open"), last)
    assert page_frame.site(both)["survey"]["href"] == "s/web67.html"


def test_a_round_whose_people_all_stay_unnamed_invites_nobody_any_more(tmp_path: Path) -> None:
    """Every name may be suppressed; the page must not invite people to what is over."""
    made = pages(make_publication(make_round(0, stage="closed")), tmp_path)
    home = made["index.md"].decode()
    assert "ร่วมค้นหา" not in home
    assert "ขอบคุณ" in home
    assert "2566/results.md" in made


@pytest.mark.parametrize("stage", COMING)
def test_a_round_before_its_result_names_nobody(stage: Stage, tmp_path: Path) -> None:
    """Its pages invite; possible winners are in none of them, and no page leads to a result that does not exist."""
    made = _text(pages(make_publication(before_the_result(stage)), tmp_path))
    assert "winner-" not in made
    assert "results.html" not in made
    assert "กำหนดการ" in made


def test_an_older_result_stays_while_the_next_round_runs(tmp_path: Path) -> None:
    """The people of last year are honoured until there are new ones."""
    newest = before_the_result("nominations", programme=make_programme(year=2567))
    made = pages(make_publication(newest, make_round()), tmp_path)
    front = made["index.md"].decode()
    assert "เปิดรับการเสนอชื่อ" in re.sub(r"<[^>]+>", "", front)
    assert "2566/winner-w1.html" in front
    assert "2567/results.md" not in made


def test_a_result_in_which_nobody_may_be_named_is_still_a_site(tmp_path: Path) -> None:
    """With every name suppressed the round is announced and empty, which is no error."""
    made = pages(make_publication(make_round(0)), tmp_path)
    assert "ไม่มีรายชื่อที่เผยแพร่" in re.sub(r"</?span[^>]*>", "", made["2566/results.md"].decode())


def test_the_signers_of_the_document_stand_on_the_programme_page_alone(tmp_path: Path) -> None:
    """They are real people and signed a plan, not a made-up award."""
    signer = Signer(Name("นาย", "ลงนาม", CANARY), "นิติกร", "ผู้เขียนโครงการ")
    award_round = make_round(programme=make_programme(document_signers=(signer,)))
    made = pages(make_publication(award_round), tmp_path)
    assert [path for path, content in made.items() if CANARY in content.decode()] == ["2566/programme.md"]


def test_a_winner_without_consent_has_a_page_of_name_and_post(tmp_path: Path) -> None:
    """The layout is made for it: the name in the leaf instead of a photo, once, and no empty quotation."""
    bare = make_winner(0, citation="", story="", quote="", satisfaction=None, portrait=None)
    page = pages(make_publication(make_round((bare,))), tmp_path)["2566/winner-w1.md"].decode()
    assert page.count("tb-called__given") == 1
    assert "blockquote" not in page
    assert "<img" not in page
    assert "tb-profile__citation" not in page


def test_a_page_without_a_figure_gives_no_false_reason(tmp_path: Path) -> None:
    """Forty people answered about somebody who wants no figures shown: that too few did would be untrue."""
    few, unasked = make_winner(0, satisfaction=None), make_winner(2, satisfaction=None)
    made = pages(make_publication(make_round((few, unasked))), tmp_path)
    assert "แสดงเมื่อมีผู้ตอบตั้งแต่" in said(made["2566/winner-w1.md"])
    assert "แสดงเมื่อมีผู้ตอบตั้งแต่" not in said(made["2566/winner-w3.md"])


@pytest.mark.parametrize(
    ("stage", "state"),
    [("criteria", "coming"), ("nominations", "open"), ("closed", "open"), ("closed", "closed")],
)
def test_a_landing_page_knows_how_the_survey_stands(stage: Stage, state: SurveyState, tmp_path: Path) -> None:
    """A code on a wall is scanned before, during and after; each time the page must say what is true."""
    made = pages(make_publication(make_round(stage=stage, survey_state=state)), tmp_path)
    assert f'data-state="{state}"' in made["s/web66.md"].decode()


def test_every_short_address_has_its_page_with_channel_and_place() -> None:
    """A printed code must never lead nowhere, and the form must learn where the code hung."""
    publication = make_publication()
    made = sheets(publication)
    links = list(publication.newest.links())
    assert len(links) > 5
    for link in links:
        view = made[f"s/{link.code}.md"][1].view
        channel, *spot = view["came_from"]
        assert view["form"] == link.form
        assert channel in {link.channel, "ประกาศเสียง", "หอกระจายข่าว"}  # a village has its own word
        assert (link.place in spot[0]) if spot else link.spot is None
        assert view["meta"]["noindex"]


def test_a_form_that_is_not_on_the_web_is_refused(tmp_path: Path) -> None:
    """`javascript:` in a link runs; reading the records refuses it first, and this is the second check."""
    survey = replace(make_programme().survey, form="javascript:alert(1)//{channel}{place}")
    with pytest.raises(ValueError, match="not an address"):
        pages(make_publication(make_round(programme=make_programme(survey=survey))), tmp_path)


def test_a_voice_hears_no_pause_where_a_line_may_end() -> None:
    """Browsers read a `<wbr>` as a space, in the middle of a word; a style sheet allows the line break as well."""
    page = page_lines.kept("<h2>ทำไมบริการไม่เป็นธรรม</h2>", ())
    assert "<wbr" not in page
    assert re.sub(r"<[^>]+>", "", page) == "ทำไมบริการไม่เป็นธรรม"
    assert page.count(page_lines.ENDS) == page.count("<span") - 1 > 0


def test_large_words_keep_the_space_before_them() -> None:
    """A date that must not be broken must not run into what follows it."""
    page = page_lines.kept('<p class="tb-lead">ปิดรับ<b>วันนี้</b> ขอบคุณ</p>', ())
    assert re.sub(r"<[^>]+>", "", page) == "ปิดรับวันนี้ ขอบคุณ"


def test_views_are_plain_values() -> None:
    """A view is part of the cache key as JSON, so nothing else may be in it."""
    for _, sheet in sheets(make_publication()).values():
        assert json.loads(json.dumps(sheet.view)) == sheet.view


def test_a_page_names_each_photo_it_shows() -> None:
    """Building makes only what a sheet declares; a photo that only the template names would be a hole in the page."""
    for piece, sheet in sheets(make_publication()).values():
        shown = set(re.findall(r"[0-9a-f]{16}-\d+\.(?:webp|jpg)", json.dumps(sheet.view)))
        assert shown <= {size.name for size in sheet.renditions}, piece.name


def test_a_small_photo_is_not_enlarged() -> None:
    """Made-up pixels honour nobody."""
    shown = Portrait(Picture("ab" * 32, 300, 400), "ภาพวาด", (0.5, 0.5), "w1")
    assert page_frame.renditions(shown) == (
        Rendition("ab" * 32, 300, "jpg", ("w1",)),
        Rendition("ab" * 32, 300, "webp", ("w1",)),
    )


@pytest.mark.parametrize("stage", get_args(Stage))
def test_the_eight_steps_follow_the_stage(stage: Stage) -> None:
    """What is over is never after what is to come."""
    states = [step["state"] for step in timeline.steps(make_round(stage=stage))]
    assert len(states) == 8
    assert states[:7] == sorted(states[:7], key=("done", "over", "now", "next", "later").index)
    assert states.count("next") <= 1


@pytest.mark.parametrize(("count", "words"), [(1, "1 กิโลไบต์"), (412_000, "402 กิโลไบต์"), (2_000_000, "1.9 เมกะไบต์")])
def test_sizes_are_said_in_thai_units(count: int, words: str) -> None:
    """Village connections are slow; the size tells visitors whether to wait."""
    assert size_text(count) == words


@pytest.mark.parametrize(("first", "letter"), [("เอื้อ", "อ"), ("กานดา", "ก"), ("ไพลิน", "พ"), ("Ann", "A")])
def test_the_letter_of_a_person_is_a_consonant(first: str, letter: str) -> None:
    """Nobody would take a leading vowel for the first letter of a name."""
    assert Name("นาง", first, "ใจดี").initial == letter


@pytest.mark.parametrize(("value", "shown"), [("88.60", "88.6"), ("80", "80"), ("100", "100"), ("91.255", "91.26")])
def test_figures_are_rounded_as_by_hand(value: str, shown: str) -> None:
    """Half up, as people do who check with a pocket calculator."""
    assert figure(Decimal(value)) == shown


def test_the_office_place_is_one_word() -> None:
    """The village name in the office's own name must not be broken across lines."""
    office = make_organisation()
    assert page_frame.office_name(office) == {"front": "องค์การบริหารส่วน", "place": "ตำบลควนเมา"}
    assert page_frame.office_name(replace(office, people="ชาวบ้าน"))["place"] == ""


def test_a_page_divides_no_name_place_or_figure(tmp_path: Path) -> None:
    """A browser's dictionary knows neither the people nor the places of a round, and breaks them across lines."""
    made = pages(make_publication(), tmp_path)
    assert '<span class="tb-keep">ชาวตำบลควนเมา</span>' in made["index.md"].decode()
    assert "3\u00a0นาที" in made["index.md"].decode()
    said = "อยู่บ้านควนเมา ใกล้ ๆ หมู่ที่ 9 ราว 5 นาที &amp; ไกล"
    assert page_lines.kept(f'<p title="ควนเมา 5 นาที">{said}</p>', ("บ้านควนเมา", "amp")) == (
        '<p title="ควนเมา 5 นาที"><t-w>อยู่บ้านควนเมา</t-w> <t-w>ใกล้\u00a0ๆ</t-w> '
        "<t-w>หมู่ที่\u00a09</t-w> <t-w>ราว\u00a05\u00a0นาที</t-w> &amp; <t-k>ไกล</t-k></p>"
    )
    button = '<a class="tb-button" href="x">ดูบ้านควนเมา</a>'
    assert page_lines.kept(f"<p>{button}</p>", ("บ้านควนเมา",)) == f"<p>{button}</p>"


def test_hours_file_titles_and_days_end_a_line_between_words(tmp_path: Path) -> None:
    """In narrow columns a browser cut holidays and posters in two, and began a line with the space after a dash."""
    hours = "วันจันทร์ถึงวันศุกร์ เวลา 08.30–16.30 น. เว้นวันหยุดราชการ"
    assert phrases(hours) == ["วันจันทร์ถึงวันศุกร์", "เวลา 08.30–16.30 น.", "เว้นวันหยุดราชการ"]
    title = page_lines.kept('<strong class="tb-file__title">โปสเตอร์ประกาศผล</strong>', ())
    assert '<span class="tb-keep tb-ends">โปสเตอร์</span><span class="tb-keep">ประกาศผล</span>' in title
    survey = replace(make_programme().survey, opens=date(2023, 3, 1))
    award_round = make_round(programme=make_programme(survey=survey))
    assert (
        '–</span> <span class="tb-keep">' in pages(make_publication(award_round), tmp_path)["2566/criteria.md"].decode()
    )


def test_a_page_names_only_people_and_places_that_stand_on_it() -> None:
    """A surname that changes on one page must not press every other page again."""
    made = sheets(make_publication())
    surname = make_winner(0).name.last
    assert surname in made["2566/winner-w1.md"][1].view["names"]
    assert surname not in made["privacy.md"][1].view["names"]


def test_a_file_is_named_without_what_stands_above_it() -> None:
    """Twenty titles that all begin with the award do not help a print shop; the person and the paper do."""
    award_round = make_round()
    name, of = make_winner(0).name, f"{award_round.programme.award_name} ปี {award_round.year}"
    called = f"โปสเตอร์ {name.full} ขนาด A4"
    file = PublicFile("files/x.pdf", f"{called} {of}", award_round.year, "p", "1", None, "โปสเตอร์", called)
    view = sheets(make_publication(award_round, files=(file,)))["media.md"][1].view
    (kind,) = view["groups"][0]["kinds"]
    assert kind["title"] == "โปสเตอร์"
    assert kind["sets"][0]["title"] == ["โปสเตอร์", f"{name.title}{name.first}", name.last, "ขนาด A4"]


def test_the_judging_waits_while_the_public_has_its_say() -> None:
    """On the fifth of April nobody judges yet; the step in progress is the public's own."""
    words = {stage: timeline.steps(make_round(stage=stage))[4]["state_words"] for stage in ("survey", "judging")}
    assert words == {"survey": "กำลังรับฟังความเห็นของประชาชน", "judging": "อยู่ในช่วงนี้"}


def test_a_portrait_is_described_by_name() -> None:
    """People who hear the page learn who is in a picture, and no name is said twice."""
    chosen = make_winner(0)
    assert chosen.portrait
    view = page_frame.winner(chosen, 2566)["portrait"]
    assert view["alt"] == f"{chosen.name.full} {chosen.portrait.alt}"
    named = replace(chosen.portrait, alt=f"คุณ{chosen.name.first} ยิ้ม")
    assert page_frame.winner(replace(chosen, portrait=named), 2566)["portrait"]["alt"] == named.alt


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("วันจันทร์ถึงวันศุกร์ เวลา 08.30–16.30 น.", "วันจันทร์ถึงวันศุกร์ แปดโมงครึ่งถึงสี่โมงครึ่งตอนเย็น"),
        ("8:00 น. ถึง 12.00 น.", "แปดโมงเช้าถึงเที่ยง"),
        ("13.00-16.00 น.", "บ่ายโมงถึงสี่โมงเย็น"),
        ("08.45–16.15 น.", "08.45–16.15 นาฬิกา"),
    ],
)
def test_a_page_in_easy_language_says_hours_as_people_do(written: str, said: str) -> None:
    """Whoever asks for large print does not say eight point thirty."""
    award_round = make_round(1, organisation=make_organisation(office_hours=written))
    first = next(iter(easy.PIECE.lay_out(make_publication(award_round))))
    assert first.view["office"]["hours"] == said


@pytest.mark.parametrize(
    ("people", "across"), [(1, None), (6, None), (7, 4), (8, 4), (9, 5), (12, 6), (16, 6), (24, 6), (25, 5)]
)
def test_many_people_stand_in_rows_as_equal_as_can_be(people: int, across: int | None, tmp_path: Path) -> None:
    """Twelve in one row were so narrow that the names lay over one another."""
    winners = tuple(make_winner(number) for number in range(people))
    page = pages(make_publication(make_round(winners)), tmp_path)["index.md"].decode()
    stage = re.search(r'<ul class="(tb-stage__people[^"]*)"', page)
    assert stage
    assert re.findall(r"--by-(\d+)", stage[1]) == ([str(across)] if across else [])


@pytest.mark.parametrize("people", [3, 5, 6, 12, 24])
def test_the_first_page_tells_of_each_of_many_people_once(people: int, tmp_path: Path) -> None:
    """Six and more stood there with their faces, and once more as a list of names; deeds are for phones."""
    winners = tuple(make_winner(number, name=Name("นาย", f"ก{number}ก", f"ข{number}ข")) for number in range(people))
    page = pages(make_publication(make_round(winners)), tmp_path)["index.md"].decode()
    assert page.count("tb-card__name") == (min(people, home.FIRST) if people > 5 else people)
    assert ("tb-cards--phone" in page) == (people > 5)
    assert page.count("tb-stage__post") == (people if people > 5 else 0)
    assert all(f"ข{number}ข" in said(page) for number in range(people))


def test_a_strip_of_deeds_has_those_of_whom_a_deed_or_a_saying_is_recorded(tmp_path: Path) -> None:
    """Nothing is made up for the others, and a row of whom nothing is recorded has no strip."""
    bare = [make_winner(number, citation="", quote="") for number in range(7)]
    told = [make_winner(7, citation="ไปถึงบ้านทุกวัน", quote=""), *bare]
    page = pages(make_publication(make_round(tuple(told))), tmp_path)["index.md"].decode()
    assert page.count("tb-card__citation") == page.count("tb-card__name") == 1
    assert "tb-cards--strip" not in pages(make_publication(make_round(tuple(bare))), tmp_path)["index.md"].decode()


def test_what_is_the_headline_already_is_no_figure_of_the_chart(tmp_path: Path) -> None:
    """The same number stood on the first page as its headline and again below, as large."""
    over = make_publication(make_round((make_winner(0),), stage="closed"))
    page = pages(over, tmp_path)["index.md"].decode()
    assert "tb-stage--thanks" in page
    assert page.count("tb-chart__lead") == 1, "complaints keep theirs"


def test_names_that_are_pictures_share_one_size_but_for_a_far_longer_one() -> None:
    """Each as wide as its leaf, a short name shouted and a long one whispered."""
    names = ("เอื้อ", "ศักดิ์สิทธิ์", "สิทธิศักดิ์ประเสริฐวงศ์")
    short, middle, _ = winners = [make_winner(0, name=Name("นาย", name, "ดี"), portrait=None) for name in names]
    assert called.widest(winners) == called.given(middle.name)["width"] > called.given(short.name)["width"]
    assert called.widest([make_winner(0)]) == 0, "a photo is no name"


@pytest.mark.parametrize(
    ("phrase", "kept"),
    [
        ("เลือกคนที่บริการได้ดีและเป็นธรรม", "เลือกคนที่บริการได้ดี"),
        ("หรือขอแบบกระดาษที่เคาน์เตอร์ก็ได้", "หรือขอแบบกระดาษ"),
    ],
)
def test_running_text_begins_no_phrase_with_a_few_letters_at_the_end_of_a_line(phrase: str, kept: str) -> None:
    """The space is near: there a line may end, and what belongs together stays so."""
    page = page_lines.kept(f"<p>ทุกวันนี้เราทำได้ดีกว่าเดิม {phrase} แล้วเล่าให้ทุกคนรู้</p>", ())
    assert f"<t-w>{kept}</t-w>" in page


@pytest.mark.parametrize(("files", "across"), [(2, None), (3, 3), (5, 5), (6, 3), (7, 4), (11, 4)])
def test_files_stand_in_rows_as_equal_as_can_be(files: int, across: int | None, tmp_path: Path) -> None:
    """The last of five stood alone in a second row."""
    names = [f"files/{number}.pdf" for number in range(files)]
    shown = tuple(PublicFile(name, name, 2566, "p", "1", f"{name}.jpg", "โปสเตอร์", name) for name in names)
    page = pages(make_publication(files=shown), tmp_path)["media.md"].decode()
    assert page.count('<li class="tb-file">') == files
    assert re.findall(r"tb-files--by-(\d+)", page) == ([str(across)] if across else [])
