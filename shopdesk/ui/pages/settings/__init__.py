"""Settings: the shops, the person at the desk, paper, and the safety of the data."""
