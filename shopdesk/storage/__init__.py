"""The shop's file: how it is opened, written, upgraded, kept safe and searched."""
