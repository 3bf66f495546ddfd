"""Tests of a parcel's way and of claims in a detail."""
