"""Papers of cases in the window: previewed, chosen for, printed, saved and put off."""
