"""What is made of finished files: proof books, packs, take-down lists, errata, rehearsals."""
