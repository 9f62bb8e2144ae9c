"""The project shell, and what we make of what we heard."""
