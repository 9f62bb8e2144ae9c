"""What workers and young editors type."""
