"""What the clerk of the board types."""
