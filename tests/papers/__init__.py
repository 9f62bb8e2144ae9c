"""Looks inside a PDF: is it tagged, in order, in its language, with its letters?"""

from tests.papers.checks import faults
from tests.papers.reading import Element, Inside, read

__all__ = ["Element", "Inside", "faults", "read"]
