"""What leaves the room of releases as a file."""
