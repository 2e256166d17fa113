"""What is known about finished files: their list, what was handed out, what was signed, and addresses people know."""
