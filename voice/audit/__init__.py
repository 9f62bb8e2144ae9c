"""Who did what and who read what, when: append-only, tamper-evident."""
