"""A second reader of Word's files, written by others in another language, shows the same paragraphs."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import docx
import pytest
from docx.text.paragraph import Paragraph

from tests.support import official
from tests.support.machine import docx_preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from generator.model import Records

pytestmark = pytest.mark.usefixtures("builds")

_SHOW = """
async (word) => {
  const bytes = Uint8Array.from(atob(word), letter => letter.charCodeAt(0));
  document.body.innerHTML = '<div id="shown"></div>';
  const options = {inWrapper: false, renderHeaders: false, renderFooters: false, ignoreFonts: true};
  await docx.renderAsync(new Blob([bytes]), document.getElementById("shown"), null, options);
  return [...document.querySelectorAll("#shown p")].map(shown => shown.textContent);
}
"""


@pytest.fixture(scope="module")
def made(records: Records, tmp_path_factory: pytest.TempPathFactory) -> dict[str, official.Made]:
    """Return the files of all papers of the sample after its result."""
    return official.make(official.asked(records, "2566-05-15 12:00"), tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """Return a page that can show Word documents, and reaches no network."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    for script in docx_preview():
        page.add_script_tag(content=script.read_text(encoding="utf-8"))
    yield page
    page.close()


def written(word: bytes) -> list[str]:
    """Return the paragraphs of a document that say something, in order, without spaces."""
    said = []
    for block in docx.Document(io.BytesIO(word)).iter_inner_content():
        cells = (
            [block]
            if isinstance(block, Paragraph)
            else [p for row in block.rows for c in row.cells for p in c.paragraphs]
        )
        said += [official.bare(each.text) for each in cells]
    return [each for each in said if each]


@pytest.mark.parametrize("key", official.KEYS)
def test_a_second_reader_shows_the_same_paragraphs(key: str, made: dict[str, official.Made], reader: Page) -> None:
    """Offices open these files in whatever they have."""
    wanted = written(made[key].word)
    shown = reader.evaluate(_SHOW, base64.b64encode(made[key].word).decode())
    assert len(wanted) > 5
    assert [text for text in map(official.bare, shown) if text] == wanted
