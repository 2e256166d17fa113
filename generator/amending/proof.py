"""Puts proof books into `build/`, and stores the lists of their files with the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disk.keeping import replace
from generator.dispatch import adding
from generator.dispatch.proof import PROOF, books
from generator.ledger import signatures

if TYPE_CHECKING:
    from datetime import datetime

    from generator.disk.swap import Workshop
    from generator.dispatch.proof import Book, Progress
    from generator.model import Records
    from generator.site.engine import Engine


def proof(
    workshop: Workshop, records: Records, year: int | None, moment: datetime | None, engine: Engine, progress: Progress
) -> list[Book]:
    """Put the book of every year, or of one, into `build/proof`, and the list of its files beside its records.

    It shows what the last build made or, with a `moment`, what a build at that moment would make. The caller holds the
    workshop's lock. Raises `ProblemsFound` where there is nothing to show, or a file has been changed since it was
    made.
    """
    proofs = books(workshop, records, year, moment, engine, progress)
    for new_proof in proofs:
        path, listing = signatures.kept_list(new_proof.book.year, new_proof.files)
        workshop.own.clear(workshop.project / path)
        replace(workshop.project / path, listing)
    adding.add(workshop, {PROOF.name}, [new_proof.addition for new_proof in proofs])
    return [new_proof.book for new_proof in proofs]
