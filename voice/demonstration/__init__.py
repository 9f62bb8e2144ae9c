"""Calderwick, an invented council, to try everything on."""
