"""Papers a shop prints on, by the name that stands in settings and on the command line."""

SLIP_SIZES = {"100x150": "100 × 150 mm", "A5": "A5"}
DEFAULT_SLIP_SIZE = "100x150"
