"""What several tests need: the product as a command, records and rounds made for tests, readers of finished files."""
