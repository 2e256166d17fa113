"""Sheets in mourning: the palette is grey by itself, and photos are shown without their colours, the seal too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.palette import MOURNING

if TYPE_CHECKING:
    from generator.model import Organisation
    from generator.piece import PhotoFormat, Rendition, View

GREY: dict[PhotoFormat, PhotoFormat] = {"jpg": "grey", "webp": "grey", "cut": "cut-grey", "cut-webp": "cut-grey"}


def mourns(office: Organisation) -> bool:
    """Return whether the office is in mourning."""
    return office.season == MOURNING


def photo(office: Organisation) -> PhotoFormat:
    """Return the format in which the office gives away a photo."""
    return "grey" if mourns(office) else "jpg"


def greyed(view: View, renditions: tuple[Rendition, ...]) -> tuple[View, tuple[Rendition, ...]]:
    """Return a view and its photos without colour: each is named by its new name wherever the view names it."""
    grey = tuple(replace(each, format=GREY.get(each.format, each.format)) for each in renditions)
    names = {old.name: new.name for old, new in zip(renditions, grey, strict=True)}

    def named(part: object) -> object:
        if isinstance(part, str):
            return names.get(part, part)
        if isinstance(part, list):
            return [named(each) for each in part]
        return {key: named(each) for key, each in part.items()} if isinstance(part, dict) else part

    return {key: named(each) for key, each in view.items()}, tuple(dict.fromkeys(grey))
