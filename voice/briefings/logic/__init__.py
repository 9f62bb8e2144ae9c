"""Briefings' pure part: no database, no Django."""
