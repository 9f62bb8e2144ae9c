"""The survey engine's pure part: no database, no Django."""
