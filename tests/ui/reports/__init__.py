"""Reports, through the page."""
