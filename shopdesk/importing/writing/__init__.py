"""From drafts to the shop's file: first a plan that is only looked at, then all or nothing."""
