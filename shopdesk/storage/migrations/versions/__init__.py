"""One module a revision, `v0001_…` onwards; a landed one is never edited."""
