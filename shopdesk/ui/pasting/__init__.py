"""What was pasted into a form, offered to its fields."""
