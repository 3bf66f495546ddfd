"""The window. It speaks no SQL of its own and gets frozen rows only."""
