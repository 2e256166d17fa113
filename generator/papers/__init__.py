"""Every paper of the office's own in one table: a new one is a module, its labels and one row here.

A paper is made when it is asked for by name, and by no build. It is no piece: a piece is given what may be published,
and papers are also filled in, signed or counted by people who may know more.
"""

from __future__ import annotations

from generator.papers import binder, feedback, scoresheet, tally_sheet
from generator.papers.official import OFFICIAL
from generator.papers.recount import workbook

PAPERS = (
    *(official.paper for official in OFFICIAL),
    binder.PAPER,
    tally_sheet.PAPER,
    scoresheet.PAPER,
    workbook.PAPER,
    feedback.PAPER,
)
"""In the order of the list that `tonbaep papers` shows, which is that of the office's work."""
