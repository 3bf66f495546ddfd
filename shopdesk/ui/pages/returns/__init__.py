"""The returns: the list, one return at the right, and its steps."""
