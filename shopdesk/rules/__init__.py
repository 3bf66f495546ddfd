"""What the shop's work is made of, as data tables and pure functions over plain values."""
