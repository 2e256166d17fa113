"""The one fault of reading aloud: letters that no rule can say."""

from __future__ import annotations

from generator.problems import Text


class Unspeakable(ValueError):
    """A text holds something that must not be guessed at on air; `letters` is what."""

    def __init__(self, letters: str) -> None:
        """Keep the letters; the caller knows which text they came from."""
        super().__init__(f"cannot be read aloud: {letters}")
        self.letters = letters
        self.message = Text(f"ยังอ่านออกเสียง “{letters}” ไม่ได้", f"there is no way to read “{letters}” aloud")
        self.fix = Text("เขียนเป็นคำอ่านภาษาไทยเต็ม ๆ", "write it out in Thai words")
