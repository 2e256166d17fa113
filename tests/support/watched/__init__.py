"""A folder to put on the path of a Python process, which then records what it changes."""
