"""The page of everything that is to be done by a time."""
