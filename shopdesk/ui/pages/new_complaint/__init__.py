"""The form for a new complaint."""
