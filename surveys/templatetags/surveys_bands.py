"""Says how large young people of a band read."""

from django import template

from voice.council.queries.bands import reads_as

register = template.Library()
register.filter("reads", reads_as)
