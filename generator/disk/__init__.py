"""The lowest layer of writing: files, the project's workshop and its lock, and folders that trade places."""
