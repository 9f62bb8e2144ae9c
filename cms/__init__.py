"""Pages only, no facts of its own."""
