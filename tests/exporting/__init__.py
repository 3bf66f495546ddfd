"""Tests of shopdesk.exporting."""
