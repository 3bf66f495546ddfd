"""Stories of the returns page, by keyboard, on a real file."""
