"""The only way out: records at a moment become `build/` and `site/`, all of it or none."""
