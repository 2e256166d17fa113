"""Where templates lie and how text ones are filled; knows nothing of what they say."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import jinja2

PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = (
    *sorted(folder for folder in (PACKAGE / "pieces").iterdir() if folder.is_dir()),
    PACKAGE / "dispatch",
    PACKAGE / "papers",
    PACKAGE / "batch",
    PACKAGE / "batch/province",
)
"""A template stands beside the module of its piece, in a folder of a family; no two have the same name."""


@cache
def source(template: str) -> bytes:
    """Return a template as bytes."""
    return next(folder / template for folder in FOLDERS if (folder / template).is_file()).read_bytes()


@cache
def sources(suffix: str) -> bytes:
    """Return all shared templates of one kind (their names begin with `_`), in order of name."""
    found = (path for folder in FOLDERS for path in folder.glob(f"_*{suffix}"))
    return b"".join(path.read_bytes() for path in sorted(found, key=lambda path: path.name))


class _Compiled:
    """Where this process keeps compiled templates; None for nowhere."""

    folder: Path | None = None


def keep_compiled(folder: Path) -> None:
    """Keep compiled templates in a folder from now on: compiling all of them takes 130 ms.

    It is never the package's own folder, which may be shared or read-only. Whoever can write into the folder decides
    what is run, so it has to be trusted as much as the theme.
    """
    _Compiled.folder = folder


def fill(template: str, view: Mapping[str, Any], *, escape: bool) -> str:
    """Return a Jinja2 template filled with a view; a name that the view lacks is an error, never a gap."""
    return str(_environment(_Compiled.folder, escape=escape).get_template(template).render(view=view))


@cache
def _environment(compiled: Path | None, *, escape: bool) -> jinja2.Environment:
    import jinja2  # 59 ms that `tonbaep --help` does not spend

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDERS),
        autoescape=escape,  # noqa: S701 - plain text has nothing to escape; pages are escaped
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=bytecode(compiled),
    )


def bytecode(folder: Path | None) -> jinja2.BytecodeCache | None:
    """Return what keeps compiled templates in a folder; None, which keeps nothing, for no folder.

    A folder that is deleted meanwhile keeps nothing either: it saves time, and no sheet may be missing because of it.
    """
    import jinja2

    class Kept(jinja2.FileSystemBytecodeCache):
        def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
            with suppress(FileNotFoundError):
                super().dump_bytecode(bucket)

    return Kept(str(folder), "%s.jinja") if folder else None
