"""Tests of the shop's file: real files, real SQLite, real kills."""
