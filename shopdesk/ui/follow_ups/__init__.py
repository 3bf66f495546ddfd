"""Follow-ups as parts of any page: what is planned, and what is done with it."""
