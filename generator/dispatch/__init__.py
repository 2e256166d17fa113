"""What is made from finished files: proof books, packs, take-down lists, errata, rehearsals."""
