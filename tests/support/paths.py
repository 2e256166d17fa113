"""Where the source of a module reads meaning into the path of a file: its beginning, its ending or a part of it."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATHS = frozenset({"path", "paths", "look", "site_path", "published", "href"})
"""The names used for paths of finished files: of fields, and of variables that hold them."""

OF_TEXT = frozenset(
    {"startswith", "endswith", "partition", "rpartition", "split", "rsplit", "removeprefix", "removesuffix", "find"}
    | {"rfind", "index", "count", "replace"}
)
OF_PATTERNS = frozenset({"match", "fullmatch", "search", "findall", "finditer", "split", "sub", "fnmatch"})
PURE = frozenset({"PurePosixPath", "PurePath", "PureWindowsPath"})


@cache
def read(source: str) -> tuple[tuple[int, str], ...]:
    """Return the line and the expression of each place in a source where a path is taken apart or searched."""
    return tuple(_read(source))


def _read(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            of_path = isinstance(called, ast.Attribute) and _is_path(called.value)
            if of_path and name in OF_TEXT:
                yield node.lineno, f"path.{name}"
            if name in OF_PATTERNS | PURE and not of_path and any(map(_is_path, node.args)):
                yield node.lineno, f"{name}(path)"
        elif isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            within = any(isinstance(each, ast.In | ast.NotIn) for each in node.ops)
            if within and isinstance(node.left, ast.Constant | ast.JoinedStr) and any(map(_is_path, sides[1:])):
                yield node.lineno, "text in path"
        elif isinstance(node, ast.Subscript) and _is_path(node.value) and not _is_key(node.slice):
            yield node.lineno, "path[…]"


def _is_path(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name in PATHS - {"paths"}


def _is_key(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
