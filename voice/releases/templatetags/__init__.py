"""What release pages say, for templates."""
