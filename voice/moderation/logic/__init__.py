"""Screening and redaction; pure."""
