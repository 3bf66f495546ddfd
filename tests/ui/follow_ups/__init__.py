"""The follow-ups: their page, their forms, their reminders."""
