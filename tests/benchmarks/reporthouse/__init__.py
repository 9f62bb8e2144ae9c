"""A house of django-survey-and-report alone, with the same twenty questions."""
