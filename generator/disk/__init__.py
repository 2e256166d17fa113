"""What is written where nothing else can go wrong with it: files, and folders that trade places."""
