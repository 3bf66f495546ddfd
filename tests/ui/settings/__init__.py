"""Settings, through the page."""
