"""Builds the package with flit, and puts into a wheel what stands beside the package in a checkout: theme and pages.

`generator/site/theme.py` looks for them in either place, so that each file is in the repository once.
"""

from pathlib import Path

from flit_core import buildapi, wheel
from flit_core.buildapi import (
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

BROUGHT = "generator/brought"
SOURCES = ("content", "overrides", "mkdocs.yml")


class _Builder(wheel.WheelBuilder):  # type: ignore[misc] # flit has no types
    def copy_module(self) -> None:
        super().copy_module()
        for source in map(Path, SOURCES):
            for file in sorted(source.rglob("*")) if source.is_dir() else (source,):
                if file.is_file():
                    self._add_file(file, f"{BROUGHT}/{file.as_posix()}")


def build_wheel(
    wheel_directory: str, config_settings: dict[str, str] | None = None, metadata_directory: str | None = None
) -> str:
    """Build a wheel with everything that an installed package needs, and return its name."""
    plain, wheel.WheelBuilder = wheel.WheelBuilder, _Builder
    try:
        name: str = buildapi.build_wheel(wheel_directory, config_settings, metadata_directory)
    finally:
        wheel.WheelBuilder = plain
    return name
