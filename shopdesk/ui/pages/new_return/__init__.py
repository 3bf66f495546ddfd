"""The form for a new return: a page, so that nothing else has to wait for it."""
