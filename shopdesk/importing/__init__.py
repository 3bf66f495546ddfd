"""Order exports of selling platforms, read into drafts and located problems; nothing is written."""
