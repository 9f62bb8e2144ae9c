"""What is typed in the board's room, and what a pack is about."""
