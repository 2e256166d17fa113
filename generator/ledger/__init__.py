"""What is known of finished files: their list, what was handed out, what was signed, and addresses that people know."""
