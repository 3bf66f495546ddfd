"""Today: what is to be done next, over all kinds, and what the last days say."""
