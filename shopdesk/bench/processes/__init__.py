"""Programs of one purpose that the bench starts afresh, so that a start is a whole start."""
