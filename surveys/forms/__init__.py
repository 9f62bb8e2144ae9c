"""What answering pages and the desk read from forms."""
