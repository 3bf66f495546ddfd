"""Tests of printing, on queues of a print system of their own."""
