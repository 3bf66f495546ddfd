"""Evidence in the window."""
