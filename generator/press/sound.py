"""A recorded voice becomes a file to play: chime, reading, pauses; the same voice is the same bytes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import sound
from generator.piece import Unpictured, unheard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.piece import Tell
    from generator.sound.files import Format


class Sound(Unpictured):
    """Plays the view's `sound` into a file, with a `chime` before it and `twice` where the view says so.

    There is no template. The packages that make sound are loaded only where there is sound to make.
    """

    def __init__(self, form: Format) -> None:
        """Write files of one format, which also names the press."""
        self.name: str = form
        self._form: Format = form

    def materials(self, template: str) -> bytes:
        """Return the source of the modules that make sound."""
        return _source()

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the sound file; the voice lies in `pictures`."""
        from generator.sound import files, mastering

        voice = files.unpacked((pictures / view["sound"]).read_bytes())
        played = mastering.assembled(voice, with_chime=view["chime"], twice=view["twice"])
        return files.written(played, self._form, view["title"])


@cache
def _source() -> bytes:
    return b"".join(path.read_bytes() for path in sorted(Path(sound.__path__[0]).glob("*.py")))


WAV, MP3 = Sound("wav"), Sound("mp3")
