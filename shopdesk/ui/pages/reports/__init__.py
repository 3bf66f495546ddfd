"""Reports: the month on paper, seen before it is printed."""
