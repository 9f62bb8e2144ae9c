"""Looks for what young people wrote where it may not be, after a simulated day."""
