"""What several tests need: the product as a command, records and rounds made up, readers of what was made."""
