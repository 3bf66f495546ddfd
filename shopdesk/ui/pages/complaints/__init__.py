"""Complaints: the list, and the page on which one is answered."""
