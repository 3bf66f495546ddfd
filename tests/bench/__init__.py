"""Tests of shopdesk.bench."""
