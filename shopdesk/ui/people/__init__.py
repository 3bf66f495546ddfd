"""The people at the desk: who sits there, and whose work it is."""
