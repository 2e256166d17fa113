"""Pieces for the ceremony: its order with the words spoken, name cards, the backdrop of the stage."""
