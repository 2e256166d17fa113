"""What another program reads in a picture of a sheet: QR codes alone, as a phone's camera looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import zxingcpp

if TYPE_CHECKING:
    from PIL import Image


def found(picture: Image.Image) -> list[Any]:
    """Return each code with its text and where its corners are."""
    codes: list[Any] = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return codes


def texts(picture: Image.Image) -> set[str]:
    """Return what the codes of a picture say."""
    return {code.text for code in found(picture)}
