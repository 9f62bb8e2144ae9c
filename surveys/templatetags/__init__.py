"""Template filters of surveys."""
