"""Replying's pure part: no database, no Django."""
