"""What the product promises, held from outside wherever an outside witness exists."""
