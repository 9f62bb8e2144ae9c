"""The data protection officer's records: what is kept, how long, and what went wrong."""
