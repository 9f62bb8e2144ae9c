"""Settings: safe defaults, and what each way of running changes."""
