"""Papers of cases in the window."""
