"""The search over everything: its box in the top bar and what it finds."""
