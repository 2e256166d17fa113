"""The records as a workbook, in the browser: out, back, what it would change, and the saving of just that."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from generator.amending.save import Refused, Stale
from generator.desk import labels
from generator.problems import ProblemsFound
from generator.workbook.exchange import Exchange, marked_name
from generator.workbook.looking import LARGEST
from generator.workbook.wording import Unreadable

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage

    from generator.amending.held import Held
    from generator.workbook.exchange import Answer


class Exchanging:
    """The workbook that somebody brought last, and the copy of it with its faults in colour."""

    def __init__(self, held: Held) -> None:
        """Nobody brought one yet."""
        self._held = held
        self._brought: tuple[int, str, bytes] | None = None
        self.marked: tuple[str, bytes] | None = None

    def out(self, year: int) -> bytes:
        """Return the records of a year as a workbook; raises `ProblemsFound` where a file cannot be read."""
        return Exchange(self._held, year).out()

    def back(self, year: int, upload: FileStorage | None) -> tuple[dict[str, Any], int]:
        """Return what a workbook would change, or what is wrong with it."""
        if upload is None or not upload.filename:
            return {"fault": labels.NO_BOOK}, 422
        self._brought = (year, PurePath(upload.filename).name, upload.stream.read(LARGEST + 1))
        return self._told()

    def agree(self, agreed: str) -> tuple[dict[str, Any], int]:
        """Save what was shown, if it is still what the workbook comes to."""
        told, code = self._told()
        answer: Answer | None = told.get("answer")
        if answer is None or not answer.savings or told["shown"] != agreed:
            return told, code
        year = self._brought[0] if self._brought else 0
        with self._held.workshop.locked(lambda: None):
            try:
                Exchange(self._held, year).put(answer)
            except Stale:
                return {**told, "fault": labels.STALE}, 409
            except Refused as refused:
                return {**told, "answer": None, "problems": refused.problems}, 422
            except OSError:
                return {**told, "fault": labels.NOT_WRITTEN}, 507
        self._brought = None
        return {"saved": True}, 200

    def _told(self) -> tuple[dict[str, Any], int]:
        self.marked = None
        if self._brought is None:
            return {"fault": labels.NO_BOOK}, 422
        year, name, raw = self._brought
        try:
            answer = Exchange(self._held, year).back(raw, name)
        except Unreadable as fault:
            return {"fault": labels.joined(fault.saying.message, fault.saying.fix)}, 422
        except ProblemsFound as found:
            return {"problems": found.problems}, 422
        if answer.problems:
            self.marked = (f"{marked_name(PurePath(name).stem)}.xlsx", answer.marked)
            return {"notes": answer.notes, "problems": answer.problems, "marked": True}, 422
        lines = [f"{each.name}{line.mark}{line.text}" for each in answer.shown for line in each.lines]
        shown = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        return {"answer": answer, "shown": shown, "notes": answer.notes, "same": not answer.shown}, 200
