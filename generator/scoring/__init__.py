"""Score sheets that members of the committee filled in, read back: whose each is, what it gives, what is wrong."""
