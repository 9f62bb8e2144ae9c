"""The organisation: help lines, duty hours, languages, age bands, keys."""
