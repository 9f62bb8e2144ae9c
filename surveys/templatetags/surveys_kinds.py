"""Names kinds of questions in templates."""

from django import template

from surveys.enums import QuestionKind

register = template.Library()


@register.filter
def kind_name(kind: str) -> str:
    """Return what people call a kind of question."""
    return str(QuestionKind(kind).label)
