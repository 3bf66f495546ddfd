"""The inspection of a return's parcels, as the desk and the returns page show it."""
