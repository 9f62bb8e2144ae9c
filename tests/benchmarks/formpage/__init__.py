"""A form made with wagtail.contrib.forms, to compare with."""
