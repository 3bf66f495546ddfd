"""Revisions of the future, in which tests upgrade: a table rebuilt, columns and rows added."""
