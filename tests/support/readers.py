"""Four independent engines read the text of a PDF: poppler, pdfium, mupdf, and pdf.js as in Firefox."""

from __future__ import annotations

import atexit
import json
import subprocess
from functools import cache
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


_READ_EACH: Final = """
    const { getDocument } = await import(process.argv[1]);
    const read = async (data) => {
        const opened = getDocument({ data: new Uint8Array(data), verbosity: 0 }), pdf = await opened.promise;
        const said = [];
        for (let place = 1; place <= pdf.numPages; place++) {
            const { items } = await (await pdf.getPage(place)).getTextContent();
            said.push(...items.map((item) => item.str + (item.hasEOL ? "\\n" : "")));
        }
        await opened.destroy();
        return said.join("");
    };
    let kept = Buffer.alloc(0);
    for await (const chunk of process.stdin) {
        kept = Buffer.concat([kept, chunk]);
        while (kept.length >= 4 && kept.length >= 4 + kept.readUInt32BE()) {
            const end = 4 + kept.readUInt32BE();
            process.stdout.write(JSON.stringify(await read(kept.subarray(4, end))) + "\\n");
            kept = kept.subarray(end);
        }
    }
"""
"""Reads PDFs one after another, each preceded by its length, and answers each with a line of JSON."""


@cache
def _reading() -> subprocess.Popen[bytes]:
    """Return a reader that stays open: starting it takes ten times as long as reading a sheet."""
    command = ["node", "--input-type=module", "--eval", _READ_EACH, pdfjs().as_uri()]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(running.communicate)
    return running


def _pdfjs(pdf: bytes) -> str:
    running = _reading()
    assert running.stdin
    assert running.stdout
    running.stdin.write(len(pdf).to_bytes(4, "big") + pdf)
    running.stdin.flush()
    answer = running.stdout.readline()
    if not answer:
        _reading.cache_clear()
        message = "pdf.js cannot read this"
        raise ValueError(message)
    said: str = json.loads(answer)
    return said


READERS: Final[dict[str, Callable[[bytes], str]]] = {
    "poppler": _poppler,
    "pdfium": _pdfium,
    "mupdf": _mupdf,
    "pdf.js": _pdfjs,
}
