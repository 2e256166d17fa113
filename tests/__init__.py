"""What the product promises, checked from outside wherever an independent program can check it."""
