"""What young editors read and say, without database or request."""
