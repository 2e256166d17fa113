"""Pieces that are read out or played: scripts, their plan, the notice to stop, recorded voices."""
