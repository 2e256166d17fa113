"""Decodes HEIC, AVIF, large WebP and pages of PDF in a process that may die; it imports nothing of this package.

Bytes come in on standard input. Out go one line of JSON and, if there is a picture, its colour profile and its pixels,
whose lengths the line tells. `apart` is the other side.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image as Pillow

THREADS = 2
"""More would take address space that the limit on memory counts, and save little on one picture."""

_PLAIN = {"L", "RGB", "RGBA"}


class _TooManyPixels(Exception):
    """A picture that is not decoded at all; its arguments are width and height."""


class _Locked(Exception):
    """A PDF that asks for a password."""


class _Unopened(Exception):
    """A PDF that is damaged, or has no such page."""


def main(form: str, side: int, most: int, memory: int) -> None:
    """Answer with a picture that is at most `side` pixels long, and has at most `most` pixels before it is made so."""
    _limit(memory)
    raw = sys.stdin.buffer.read()
    warnings.simplefilter("ignore")  # of odd metadata, none of which is kept
    answer: dict[str, Any]
    profile = pixels = b""
    try:
        answer, profile, pixels = _decoded(raw, form, side, most)
    except ImportError as fault:
        answer = {"missing": str(fault)}
    except MemoryError:
        answer = {"fault": "MemoryError"}
    except _TooManyPixels as found:
        answer = {"too_many": found.args}
    except Exception as error:
        answer = {"fault": type(error).__name__}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + profile + pixels)
    sys.stdout.buffer.flush()


def _limit(memory: int) -> None:
    """Bound memory and leave no core dump; where the system has no such limits, the time is all that is bounded."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)  # no window that waits
        return
    import resource

    for kind, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory)):
        soft, hard = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (most if soft == resource.RLIM_INFINITY else min(most, soft), hard))
        except (OSError, ValueError):
            continue  # macOS knows the name and refuses the limit


def _decoded(raw: bytes, form: str, side: int, most: int) -> tuple[dict[str, Any], bytes, bytes]:
    from PIL import Image

    pages = 1
    kind, _, number = form.partition(":")
    if kind == "PDF":
        image, pages = _page(raw, int(number), side)
    else:
        image = _webp(raw, most) if kind == "WEBP" else _avif(raw) if kind == "AVIF" else _heif(raw, most)
    width, height = image.size
    if width * height > most:
        raise _TooManyPixels(width, height)
    image.load()
    width, height = image.size
    turn = _orientation(image)
    profile = image.info.get("icc_profile") or b""
    if image.mode not in _PLAIN:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    scale = min(1.0, side / max(width, height))
    target = max(1, round(width * scale)), max(1, round(height * scale))
    if image.size != target:
        image = image.resize(target, Image.Resampling.HAMMING, reducing_gap=3)
    pixels = image.tobytes()
    told = {"size": (width, height), "small": image.size, "mode": image.mode, "turn": turn, "pages": pages}
    return {**told, "profile": len(profile), "pixels": len(pixels)}, profile, pixels


def _heif(raw: bytes, most: int) -> Pillow.Image:
    """Return the main picture; how many pixels it has is asked before it is decoded."""
    import pi_heif

    pi_heif.options.DECODE_THREADS = THREADS
    pi_heif.options.THUMBNAILS = pi_heif.options.DEPTH_IMAGES = pi_heif.options.AUX_IMAGES = False
    found = pi_heif.open_heif(raw, convert_hdr_to_8bit=True)
    width, height = found.size
    if width * height > most:
        raise _TooManyPixels(width, height)
    image: Pillow.Image = found.to_pillow()
    return image


def _page(raw: bytes, number: int, side: int) -> tuple[Pillow.Image, int]:
    """Return a page as somebody sees it, drawn at the size of a master, and how many pages there are."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise (_Locked if "password" in str(error).lower() else _Unopened) from None
    if number >= len(document):
        raise _Unopened
    page = document[number]
    drawn: Pillow.Image = page.render(scale=side / max(*page.get_size(), 1)).to_pil()
    return drawn, len(document)


def _webp(raw: bytes, most: int) -> Pillow.Image:
    """Return the first picture; its decoder, which keeps two copies of it, is let go before another one is made."""
    from PIL import Image, WebPImagePlugin

    found = WebPImagePlugin.WebPImageFile(io.BytesIO(raw))
    width, height = found.size
    if width * height > most:
        raise _TooManyPixels(width, height)
    pixels, *_ = found._get_next()  # noqa: SLF001 - nothing public gives the pixels without a further copy
    image = Image.frombuffer(found.mode, found.size, pixels, "raw", found.rawmode, 0, 1)
    image.info |= found.info
    return image


def _avif(raw: bytes) -> Pillow.Image:
    """Return the main picture, not decoded yet; Pillow asks for the brand `avif` where another may stand first."""
    from PIL import AvifImagePlugin

    if not AvifImagePlugin.SUPPORTED:
        message = "this Pillow reads no AVIF"
        raise ImportError(message)
    AvifImagePlugin.DEFAULT_MAX_THREADS = THREADS
    return AvifImagePlugin.AvifImageFile(io.BytesIO(raw[:8] + b"avif" + raw[12:]))


def _orientation(image: Pillow.Image) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:
        return 1


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
