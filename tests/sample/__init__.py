"""Tests of shopdesk.sample."""
