"""The forms with which a complaint is answered."""
