"""Pieces that are posted or sent: cards, captions, messages, press releases."""
