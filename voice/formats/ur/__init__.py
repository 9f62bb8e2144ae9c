"""Dates in Urdu."""
