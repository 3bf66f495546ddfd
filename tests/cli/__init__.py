"""Tests of shopdesk.cli."""
