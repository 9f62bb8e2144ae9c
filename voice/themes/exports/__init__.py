"""What leaves the room of themes as a file."""
