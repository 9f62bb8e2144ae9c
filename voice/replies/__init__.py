"""REPLY: what we say back, and what we promise."""
