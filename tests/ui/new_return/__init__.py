"""Tests of the form for a new return."""
