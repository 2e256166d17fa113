"""Lets `python -m generator` stand in for the `tonbaep` command."""

from generator.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
