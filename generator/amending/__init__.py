"""The clerk's pen: everything that a command writes into the records."""
