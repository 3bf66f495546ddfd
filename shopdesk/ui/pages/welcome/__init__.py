"""The first start: a shop with good defaults, or the sample shop."""
