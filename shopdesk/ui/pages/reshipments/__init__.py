"""The page of reshipments: the list by state, and one of them with its next step."""
