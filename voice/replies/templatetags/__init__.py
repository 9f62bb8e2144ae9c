"""Template filters of the statement."""
