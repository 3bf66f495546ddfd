"""Tests of the program from its start to its end."""
