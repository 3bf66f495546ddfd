"""Tests of shopdesk.queries."""
