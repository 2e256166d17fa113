"""Pieces that are printed: posters, forms, the newsletter, certificates, papers and tables."""
