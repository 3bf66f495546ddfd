"""Bringing orders in: files are read and looked at, and written only when accepted."""
