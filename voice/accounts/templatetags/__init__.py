"""Filters of names that every room shares."""
