"""The page of solutions, and the card that stands beside forms."""
