"""Filters that call languages and age bands by their names."""

from django import template

from surveys.languages import band_name, language_name

register = template.Library()
register.filter("language_called", language_name)
register.filter("band_called", band_name)
