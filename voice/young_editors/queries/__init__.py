"""Reads of what young editors were asked to look at, and what they said."""
