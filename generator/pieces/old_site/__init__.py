"""Pieces for an office's old site: news to paste, with pictures and papers to upload."""
