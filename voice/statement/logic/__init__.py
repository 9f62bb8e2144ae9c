"""What needs no database: the shape of frozen evidence, and dates in words."""
