"""Tests of what is pasted into forms."""
