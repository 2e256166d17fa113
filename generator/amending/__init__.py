"""Everything that a command writes into the records, as if the clerk had written it."""
