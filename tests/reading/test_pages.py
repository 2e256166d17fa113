"""The door for hand-written pages: what runs, what is no text and what has a broken head is told with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading import pages
from generator.reading.active import active

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem


def _read(folder: Path, written: str | bytes) -> pages.Page | list[Problem]:
    file = folder / "page.md"
    file.write_bytes(written if isinstance(written, bytes) else written.encode())
    return pages.read(file, "content/page.md")


SHOWN = (
    "# ก\n\nดู[หน้าแรก](index.md) โทร [075](tel:075550123) [เว็บ](https://example.org/a?onload=1)\n",
    "ในข้อความ `<script>alert(1)</script>` และ\n\n```html\n<a onclick=x href=javascript:1>\n```\n",
    '<div class="tb-panel" markdown>\n\n**หนา** {: .tb-lead }\n\n</div>\n',
    "ราคา < 100 บาท > 50 script javascript: onload=1\n",
    '<img src="data:image/png;base64,AA==" alt="จุด">\n',
    '<details><summary>เพิ่มเติม</summary>ข้อความ</details>\n\n<audio controls src="a.mp3"></audio>\n',
    "---\n\n# เส้นคั่นเหนือหัวเรื่อง\n",
    "",
)


@pytest.mark.parametrize("written", SHOWN)
def test_what_only_looks_active_is_a_page_like_any_other(tmp_path: Path, written: str) -> None:
    """A clerk who explains something must not be refused."""
    assert isinstance(_read(tmp_path, written), pages.Page)


RUNNING = (
    ("<script>alert(1)</script>", "<script>"),
    ("ข้อความ <SCRIPT\nsrc=//example.org/a.js></SCRIPT>", "<script>"),
    ("<!--><script>alert(1)</script>-->", "<script>"),
    ('<iframe src="https://www.youtube.com/embed/a"></iframe>', "<iframe>"),
    ('<form action="https://example.org"><input></form>', "<form>"),
    ('<meta http-equiv="refresh" content="0; url=//example.org">', "<meta>"),
    ('<object data="a.swf"></object>', "<object>"),
    ("<base href=//example.org/>", "<base>"),
    ("<img src=x onerror=alert(1)>", "onerror"),
    ('<svg onload="alert(1)"></svg>', "onload"),
    ("<a href=x oNcLiCk=alert(1)>ก</a>", "onclick"),
    ("<details open ontoggle=alert(1)>ก</details>", "ontoggle"),
    ("[ก](javascript:alert(1))", "href"),
    ("[ก](JaVaScRiPt:alert(1))", "href"),
    ("[ก](java&#115;cript&colon;alert(1))", "href"),
    ('<a href="jav&#9;ascript:alert(1)">ก</a>', "href"),
    ('<a href="&#1;javascript:alert(1)">ก</a>', "href"),
    ("[ก](vbscript:x)", "href"),
    ("[ก](data:text/html,x)", "href"),
    ("![ก](javascript:alert(1))", "src"),
    ('<svg><a xlink:href="javascript:alert(1)"><text>ก</text></a></svg>', "xlink:href"),
    ('<svg><animate attributeName="href" to="javascript:alert(1)"/></svg>', "to"),
    ('<iframe srcdoc="x">', "<iframe>"),
    ('[ก](index.md){: onclick="alert(1)" }', "onclick"),
    ("## ก {: onmouseover=alert(1) }", "onmouseover"),
    ("| ก | ข |\n| --- | --- |\n| <b onclick=alert(1)>ค</b> | ง |", "onclick"),
    ('<div markdown>\n\n<b onfocus="alert(1)">ก</b>\n\n</div>', "onfocus"),
)


@pytest.mark.parametrize(("written", "named"), RUNNING)
def test_what_would_run_is_refused_with_its_line(tmp_path: Path, written: str, named: str) -> None:
    """The site's policy would stop it anyway, and the clerk would look for a long time why nothing happens."""
    head = "---\ntitle: ติดต่อ\n---\n# ติดต่อ\n\nข้อความ\n\n"
    found = _read(tmp_path, f"{head}{written}\n\nข้อความท้าย\n")
    assert isinstance(found, list)
    told = [problem for problem in found if named in problem.message.th]
    assert told, [problem.message.th for problem in found]
    assert head.count("\n") < told[0].line <= head.count("\n") + 1 + written.count("\n")
    assert told[0].file == "content/page.md"
    assert told[0].fix.th


def test_a_link_that_runs_is_told_where_its_address_stands(tmp_path: Path) -> None:
    """A reference is written in another place than the link."""
    found = _read(tmp_path, "# ก\n\n[ที่นี่][1]\n\nข้อความ\n\n[1]: javascript:alert(1)\n")
    assert isinstance(found, list)
    assert [problem.line for problem in found] == [7]


def test_everything_that_runs_is_told_at_once(tmp_path: Path) -> None:
    """Who mends one thing and is told of the next, and the next, gives up."""
    found = _read(tmp_path, "# ก\r\n\r\n<script>1</script>\r\n\r\n<b onclick=1>ก</b>\r\n\r\n[ข](javascript:1)")
    assert isinstance(found, list)
    assert [problem.line for problem in found] == [3, 5, 7]


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("# ติดต่อ\n\nผู้ได้รับการคัดเลือก".encode("cp874"), 1, "Windows-874"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", 1, "PDF"),
        (b"PK\x03\x04" + bytes(30), 1, "Word"),
        (b"# a\n\nb\xff", 3, "0xFF"),
        ("# ก\n\nข\x07".encode(), 3, ""),
        ("---\ntitle: ก\n\nไม่มีบรรทัดปิด\n", 1, "---"),
        ("title: ก\n\n# ก\n", 1, "---"),
        ('---\ntitle: "ก\n---\n# ก\n', 2, ""),
        ("---\ntitle: ก\ntitle: ข\n---\n", 3, "title"),
        ("---\ntitle: ก\ntemplate: landing.html\n---\n", 3, "template"),
        ("---\nlinked: </script><script>alert(1)</script>\n---\n", 2, "linked"),
        ("---\ntitle: [ก]\n---\n", 2, ""),
        ("---\n- ก\n---\n", 2, ""),
        ("---\ntitle: &a ก\nx: *a\n---\n", 2, ""),
        ("---\ntitle:\n\tx: 1\n---\n", 3, ""),
    ],
)
def test_what_is_no_page_is_told_with_its_line(tmp_path: Path, written: str | bytes, line: int, said: str) -> None:
    """In the clerk's words, where a traceback of the engine stood before."""
    found = _read(tmp_path, written)
    assert isinstance(found, list)
    assert found[0].line == line
    assert said in found[0].say()


def test_a_page_saved_as_utf_16_is_read(tmp_path: Path) -> None:
    """Notepad calls it Unicode, and it says what it is."""
    found = _read(tmp_path, "---\ntitle: ติดต่อ\n---\n# ติดต่อเรา {: .ใหญ่ }\n".encode("utf-16"))
    assert isinstance(found, pages.Page)
    assert (found.front, found.heading) == ({"title": "ติดต่อ"}, "ติดต่อเรา")


@given(st.text(max_size=200))
def test_no_text_ends_in_an_error_of_the_program(tmp_path_factory: pytest.TempPathFactory, written: str) -> None:
    """Whatever is pasted."""
    folder = tmp_path_factory.getbasetemp()
    found = _read(folder, written.encode("utf-8", "surrogatepass"))
    assert isinstance(found, pages.Page) or all(problem.line for problem in found)


@given(st.text(alphabet="<>/ =\"'!-abonclickscript&#:;\n", max_size=60))
def test_markup_that_never_ends_hides_nothing(before: str) -> None:
    """What stands before a script may leave a tag or a comment open."""
    assert active(f"{before}<script>")
