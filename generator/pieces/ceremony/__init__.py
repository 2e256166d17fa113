"""Pieces for the ceremony: its order with what is said, name cards, the backdrop of the stage."""
