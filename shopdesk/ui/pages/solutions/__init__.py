"""The library of solutions: found, read, changed, in versions."""
