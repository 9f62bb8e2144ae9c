"""Disclosure control; pure, and the only maker of a number others see."""
