"""What is to be printed, by document and paper, and what was."""
