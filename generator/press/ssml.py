"""A script for machines that speak: SSML 1.1, the W3C recommendation of 7 September 2010."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.piece import Unpictured, unheard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.piece import Tell

SPACE = "http://www.w3.org/2001/10/synthesis"
STRENGTHS = {"/": "medium", "//": "strong"}
"""How long a voice pauses at a mark."""


class Ssml(Unpictured):
    """The paragraphs of a loudspeaker script, read twice, with breaks where a person takes a breath.

    Where the record writes something differently, the writing is the text and what is said is its alias.
    """

    name = "ssml"

    def materials(self, template: str) -> bytes:
        """Return nothing: the view is all that it depends on."""
        return b""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the document in UTF-8."""
        speak = Element("speak", {"version": "1.1", "xmlns": SPACE, "xml:lang": "th-TH"})
        for paragraph in _twice(view):
            _sentence(SubElement(SubElement(speak, "p"), "s"), paragraph["runs"])
        document: bytes = tostring(speak, encoding="utf-8", xml_declaration=True)
        return document + b"\n"


def _twice(view: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the paragraphs as they are said: the reading, the call to listen again, the news again, the close."""
    said = [paragraph for paragraph in view["paragraphs"] if not paragraph["cue"]]
    first, last = view["again"]
    yield from said[: last + 1]
    yield from said[first - 1 : last]
    yield from said[last + 1 :]


def _sentence(sentence: Element, runs: list[Mapping[str, Any]]) -> None:
    """Fill a sentence; text after an element is the element's tail."""
    last: Element | None = None
    for run in runs:
        if run["kind"] == "breath":
            last = SubElement(sentence, "break", {"strength": STRENGTHS[run["say"].strip()]})
        elif run["written"] and not run["unsure"]:
            last = SubElement(sentence, "sub", {"alias": run["say"]})
            last.text, last.tail = run["written"], run["tail"]
        elif run["unsure"]:
            last = SubElement(sentence, "break", {"strength": STRENGTHS["/"]})
            last.tail = run["tail"]
        elif last is None:
            sentence.text = (sentence.text or "") + run["say"] + run["tail"]
        else:
            last.tail = (last.tail or "") + run["say"] + run["tail"]


SSML = Ssml()
