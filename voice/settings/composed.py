"""What is put together from static files (surveys.answering_script)."""

from voice.settings import environment

STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "surveys.answering_script.AnsweringScript",
]
# Made anew when one of them changes.
COMPOSED_ROOT = environment.HOUSE / "var" / "composed"
