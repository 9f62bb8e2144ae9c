"""The motivated intruder: what can be worked out from everything that was ever told."""
