"""Solutions beside a form or a case: what to offer, and the words to say."""
