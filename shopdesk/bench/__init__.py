"""What the desk takes for its work, each figure beside the bare cost of the same work."""
