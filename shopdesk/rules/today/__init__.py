"""What is to be done now over all kinds: the tasks, the tiles that count them, their sentences."""
