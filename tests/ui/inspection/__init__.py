"""The inspection panel."""
