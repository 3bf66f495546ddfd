"""Exports of orders read into drafts."""
