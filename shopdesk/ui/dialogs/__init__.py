"""Forms and previews in a window of their own, shown with `open()`."""
