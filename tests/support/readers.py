"""Four outside engines read the text of a PDF: poppler, pdfium, mupdf, and pdf.js as Firefox has it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

import pymupdf
import pypdfium2

from tests.support.machine import need, pdfjs

if TYPE_CHECKING:
    from collections.abc import Callable


def _poppler(pdf: bytes) -> str:
    return subprocess.run(
        [need("pdftotext"), "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def _pdfium(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(sheet.get_textpage().get_text_range() for sheet in document)


def _mupdf(pdf: bytes) -> str:
    with pymupdf.Document(stream=pdf) as document:
        return "".join(sheet.get_text() for sheet in document)


def _pdfjs(pdf: bytes) -> str:
    script = """
        const { getDocument } = await import(process.argv[1]);
        const chunks = []; for await (const chunk of process.stdin) chunks.push(chunk);
        const pdf = await getDocument({ data: new Uint8Array(Buffer.concat(chunks)), verbosity: 0 }).promise;
        for (let place = 1; place <= pdf.numPages; place++) {
            const { items } = await (await pdf.getPage(place)).getTextContent();
            process.stdout.write(items.map((item) => item.str + (item.hasEOL ? "\\n" : "")).join(""));
        }
    """
    command = ["node", "--input-type=module", "--eval", script, pdfjs().as_uri()]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


READERS: Final[dict[str, Callable[[bytes], str]]] = {
    "poppler": _poppler,
    "pdfium": _pdfium,
    "mupdf": _mupdf,
    "pdf.js": _pdfjs,
}
