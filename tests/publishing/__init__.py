"""The site on its host: tried on real servers of this machine."""
