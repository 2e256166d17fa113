"""A view becomes bytes; every press is a function of its view, its template and the fonts in this package alone."""
