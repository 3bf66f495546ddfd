"""The first start, through its own page."""
