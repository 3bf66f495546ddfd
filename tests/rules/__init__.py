"""Tests of shopdesk.rules."""
