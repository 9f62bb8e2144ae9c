"""Disclosure control, releases, protected tables."""
