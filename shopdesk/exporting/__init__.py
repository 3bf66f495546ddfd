"""The shop's records as files that other programs read: CSV, XLSX and JSON."""
