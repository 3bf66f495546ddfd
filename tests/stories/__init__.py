"""Stories of a seller at the desk: real keys, the real window, a real file."""
