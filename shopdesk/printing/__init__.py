"""Paper: frozen figures in, PDF bytes out; knows no window and no database."""
