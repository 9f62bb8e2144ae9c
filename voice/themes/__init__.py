"""UNDERSTAND: codebook and tags."""
