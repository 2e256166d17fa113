"""Takes the pictures at the top of the README from a real build: `python tools/take_pictures.py`, from the root.

Needs the packages of `requirements-test.lock` and a Chromium. All four are equally high, so that they stand in a row.
"""

import io
import shutil
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support import product

HEIGHT = 520
SHEETS = {
    "poster": "print/2566/poster-a3.pdf",
    "newsletter": "print/2566/newsletter.pdf",
    "announcement": "loudspeaker/2566/result-m1-60.pdf",
}


def _save(picture: Image.Image, name: str) -> None:
    small = picture.convert("RGB").resize(
        (round(picture.width * HEIGHT / picture.height), HEIGHT), Image.Resampling.LANCZOS
    )
    small.save(ROOT / "pictures" / f"{name}.webp", "WEBP", quality=82, method=6)


def main() -> int:
    """Build the sample, look at it, write four pictures."""
    with tempfile.TemporaryDirectory() as folder:
        project = product.copy_of_sample(Path(folder))
        if product.tonbaep(project, "build").returncode:
            return 1
        for name, path in SHEETS.items():
            page = pypdfium2.PdfDocument(project / "build" / path)[0]
            _save(page.render(scale=3 * HEIGHT / page.get_height()).to_pil(), name)
        with sync_playwright() as engine:
            browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            view = browser.new_page(viewport={"width": 1000, "height": 1150}, device_scale_factor=1.5)
            view.goto((project / "site/index.html").as_uri())
            _save(Image.open(io.BytesIO(view.screenshot())), "home")  # noqa: TID251 - a screenshot, not a photo
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
