"""The read side: plain SQL over a read-only connection, and the frozen rows it returns."""
