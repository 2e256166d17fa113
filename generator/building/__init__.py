"""The only door out: records at a moment become `build/` and `site/`, whole or not at all."""
