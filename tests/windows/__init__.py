"""The program as a clerk gets it for Windows: its zip, and a whole round on Windows' own interpreter."""
