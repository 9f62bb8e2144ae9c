"""Looks at every public page as a phone and a laptop show it, and says what is wrong."""
