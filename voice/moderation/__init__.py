"""READ: screening, queue, decisions, redaction, concerns."""
