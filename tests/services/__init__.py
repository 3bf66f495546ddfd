"""Tests of shopdesk.services."""
