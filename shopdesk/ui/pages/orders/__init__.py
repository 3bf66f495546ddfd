"""The orders: the list, one order at the right, and what can still come back of it."""
