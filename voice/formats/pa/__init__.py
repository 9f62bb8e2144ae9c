"""Dates in Panjabi."""
