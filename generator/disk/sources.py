"""What a project may have of its own besides its records, by name; imports nothing, since every run asks for it."""

CONTENT, OVERRIDES, SETTINGS = "content", "overrides", "mkdocs.yml"
