"""The few pieces that every page is made of; each file shows how a page uses it."""
