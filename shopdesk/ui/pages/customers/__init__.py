"""The customers: the list, and one buyer with their orders and returns."""
