"""What a module uses, read from its source: every name by the full path that an import gave it, and what it writes.

Follows all forms of an import, wherever they stand: `import x.y`, `import x as z`, `from x import y as z`, relative
ones, `importlib.import_module("x")`, `__import__("x")`, `sys.modules["x"]` and `getattr(x, "y")`.
"""

from __future__ import annotations

import ast
import builtins
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ANY = "*"
"""The last part of a name that means everything in a module, or something known only at run time."""

IMPORTERS = frozenset({"importlib.import_module", "builtins.__import__"})

METHODS_THAT_WRITE = frozenset(
    {
        "write_bytes",
        "write_text",
        "mkdir",
        "rmdir",
        "unlink",
        "rename",
        "touch",
        "chmod",
        "symlink_to",
        "hardlink_to",
    }
)
"""Methods of a path that write; `open` and `replace` are recognised by their arguments."""

FUNCTIONS_THAT_WRITE = frozenset(
    f"os.{name}"
    for name in (
        *("open", "write", "replace", "rename", "renames", "remove", "unlink", "removedirs", "rmdir", "mkdir"),
        *("makedirs", "link", "symlink", "truncate", "chmod", "chown", "utime", "mkfifo"),
    )
)
MODULES_THAT_WRITE = ("shutil.", "tempfile.")
WRITERS = frozenset({"zipfile.ZipFile", "tarfile.open", "xlsxwriter.Workbook", "soundfile.write", "sqlite3.connect"})
"""What writes into the file or the memory that is its first argument."""

_TO_WRITE = frozenset("wax+")
_MODE = frozenset("rwaxbt+U")


class Use(NamedTuple):
    """A name that a module uses, by its full path, and the line where it does so."""

    name: str
    line: int


class Module(NamedTuple):
    """A module: its name, whether it says what it is for, what its own names mean, and what it does where.

    It `uses` names, `writes` through functions and methods, and `compares` attributes by size.
    """

    name: str
    described: bool
    stands_for: dict[str, frozenset[str]]
    uses: tuple[Use, ...]
    writes: tuple[Use, ...]
    compares: tuple[Use, ...]


def modules(package: Path) -> dict[str, Module]:
    """Return every module of a package by its name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found[name] = _read(path.read_text(encoding="utf-8"), name, is_package)
    assert found, f"there are no modules in {package}"
    return found


def full(names: Iterable[Use], everything: dict[str, Module], known: dict[str, tuple[str, ...]]) -> Iterator[Use]:
    """Yield each use under its own name, and under the original name if another module of the package re-exports it.

    `known` keeps what was found for a name, for all modules of one package.
    """
    for use in names:
        if use.name not in known:
            known[use.name] = tuple(_behind(use.name, everything, frozenset()))
        yield from (Use(name, use.line) for name in known[use.name])


def _behind(name: str, everything: dict[str, Module], seen: frozenset[str]) -> Iterator[str]:
    yield name
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        owner = everything.get(".".join(parts[:length]))
        if owner is None:
            continue
        for origin in owner.stands_for.get(parts[length], ()):
            further = ".".join((origin, *parts[length + 1 :]))
            if further not in seen:
                yield from _behind(further, everything, seen | {name, further})
        return


@cache
def _read(source: str, name: str, is_package: bool) -> Module:
    reader = _Reader(name if is_package else name.rpartition(".")[0])
    tree = ast.parse(source)
    for node in ast.walk(tree):
        reader.bind(node)
    for node in ast.walk(tree):
        reader.bind_anew(node)
    reader.visit(tree)
    return Module(
        name,
        bool(ast.get_docstring(tree)),
        {local: frozenset(names) for local, names in reader.bound.items()},
        tuple(dict.fromkeys(reader.uses)),
        tuple(dict.fromkeys(reader.writes)),
        tuple(_compared(tree)),
    )


def _compared(tree: ast.Module) -> Iterator[Use]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and not all(isinstance(each, (ast.Is, ast.IsNot)) for each in node.ops):
            attributes = (each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute))
            yield from (Use(name, node.lineno) for name in attributes)


class _Reader(ast.NodeVisitor):
    """Goes through one module: first what its names mean, then where they are used."""

    def __init__(self, package: str) -> None:
        self._package = package
        self.bound: dict[str, set[str]] = {}
        self.in_memory: set[str] = set()
        self.uses: list[Use] = []
        self.writes: list[Use] = []

    def bind(self, node: ast.AST) -> None:
        """Remember what a name means; wherever in the module it was bound, that holds for all of it."""
        if isinstance(node, ast.Import):
            for alias in node.names:
                local = alias.asname or alias.name.split(".")[0]
                self._stands_for(local, alias.name if alias.asname else local)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                self._stands_for(alias.asname or alias.name, f"{self._origin(node)}.{alias.name}")

    def bind_anew(self, node: ast.AST) -> None:
        """Remember which names mean the same as another, and which are memory that is written to like a file."""
        if isinstance(node, (ast.Assign, ast.NamedExpr)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named = {target.id for target in targets if isinstance(target, ast.Name)}
            if _is_memory(node.value):
                self.in_memory |= named
            for name in self.names(node.value):
                for local in named:
                    self._stands_for(local, name)

    def _stands_for(self, local: str, name: str) -> None:
        self.bound.setdefault(local, set()).add(name)

    def _origin(self, node: ast.ImportFrom) -> str:
        """Return the full name of the module that something is imported from."""
        if not node.level:
            return node.module or ""
        above = self._package.split(".")[: len(self._package.split(".")) - node.level + 1]
        return ".".join(filter(None, (*above, node.module)))

    def names(self, node: ast.AST) -> set[str]:
        """Return what an expression means: a name, or an attribute of something that has a meaning."""
        if isinstance(node, ast.Name):
            if node.id in self.bound:
                return self.bound[node.id]
            return {f"builtins.{node.id}"} if hasattr(builtins, node.id) else set()
        if isinstance(node, ast.Attribute):
            return {f"{name}.{node.attr}" for name in self.names(node.value)}
        if isinstance(node, ast.Call):
            return self._called(node)
        if isinstance(node, ast.Subscript) and self.names(node.value) == {"sys.modules"}:
            return {_text(node.slice) or f"sys.modules.{ANY}"}
        return set()

    def _called(self, node: ast.Call) -> set[str]:
        """Return the meaning of a call that imports a module or fetches an attribute by name."""
        name = self.names(node.func)
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        if name & IMPORTERS and given:
            return {_text(given[0]) or f"importlib.{ANY}"}
        if name == {"builtins.getattr"} and len(given) > 1:
            return {f"{owner}.{_text(given[1]) or ANY}" for owner in self.names(given[0])}
        return set()

    def _use(self, names: Iterable[str], node: ast.expr | ast.stmt) -> None:
        """Record names as used, and as written through if that is what they are for."""
        found = [Use(name, node.lineno) for name in sorted(names)]
        self.uses += found
        self.writes += [
            use for use in found if use.name.startswith(MODULES_THAT_WRITE) or use.name in FUNCTIONS_THAT_WRITE
        ]

    def _write(self, name: str, node: ast.expr) -> None:
        self.writes.append(Use(name, node.lineno))

    def visit_Import(self, node: ast.Import) -> None:
        """Record an import as a use."""
        self._use((alias.name for alias in node.names), node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Record an import as a use."""
        self._use((f"{self._origin(node)}.{alias.name}" for alias in node.names), node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        """Do not record the name of an exception that is only caught."""
        for each in node.body:
            self.visit(each)

    def visit_Name(self, node: ast.Name) -> None:
        """Record a name as used."""
        self._use(self.names(node), node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Record an attribute as used, and its owner too."""
        self._use(self.names(node), node)
        if node.attr in METHODS_THAT_WRITE:
            self._write(node.attr, node)
        if not isinstance(node.value, ast.Name):
            self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Record a module as used that is fetched from the loaded ones."""
        self._use(self.names(node), node)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Record what a call imports or fetches as used, and what it writes."""
        self._use(self._called(node), node)
        names = self.names(node.func)
        asked = _text(node.args[1]) if names == {"builtins.getattr"} and len(node.args) > 1 else None
        if asked in METHODS_THAT_WRITE:
            self._write(asked, node)
        self._opening(node, names)
        self.generic_visit(node)

    def _opening(self, node: ast.Call, names: set[str]) -> None:
        """Record what a call writes according to its arguments."""
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        first, into_memory = next(iter(node.args), None), bool(node.args) and self._is_in_memory(node.args[0])
        if names & {"builtins.open", "io.open", "codecs.open"} and _may_write(_argument(node, 1, "mode")):
            self._write("open", node)
        if method == "open" and _may_write(_argument(node, 0, "mode"), computed=not names):
            self._write("open", node)
        if method == "replace" and len(node.args) == 1 and not node.keywords:
            self._write("replace", node)
        if (method == "save" or names & WRITERS) and first is not None and not into_memory:
            self._write(method or next(iter(names)), node)

    def _is_in_memory(self, node: ast.expr) -> bool:
        return (isinstance(node, ast.Name) and node.id in self.in_memory) or _is_memory(node)


def _is_memory(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {"io.BytesIO", "BytesIO", "io.StringIO", "StringIO"}


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _argument(node: ast.Call, place: int, name: str) -> ast.expr | None:
    """Return the argument of a call at a position or with a name."""
    if len(node.args) > place:
        return node.args[place]
    return next((keyword.value for keyword in node.keywords if keyword.arg == name), None)


def _may_write(mode: ast.expr | None, *, computed: bool = True) -> bool:
    """Return whether a mode of opening may allow writing: no mode means reading, and a `computed` one may be any."""
    if mode is None:
        return False
    said = _text(mode)
    if said is None:
        return computed
    return frozenset(said) <= _MODE and bool(frozenset(said) & _TO_WRITE)
