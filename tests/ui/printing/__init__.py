"""The Printing page."""
