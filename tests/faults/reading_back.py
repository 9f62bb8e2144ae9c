"""Prints every response of a database as a line of JSON, words and all.

Run by tests.faults.ledger in a process of its own, on a database of invented children.
"""

import json

import django

django.setup()

from surveys.enums import ResponseState  # noqa: E402 - Django must be set up first
from surveys.models import Comment, Response  # noqa: E402


def main():
    """Print id, finished, and each answer as it was sent."""
    words = {}
    for comment in Comment.objects.select_related("question"):
        own = words.setdefault(comment.response_id, {})
        own[comment.question.key] = comment.read()
    for response in Response.objects.order_by("pk"):
        answers = {
            key: as_sent(answer["value"])
            for key, answer in response.answers.items()
            if answer.get("value") is not None
        }
        answers |= words.get(response.pk, {})
        finished = response.state == ResponseState.FINISHED
        print(
            json.dumps(
                {"id": str(response.pk), "finished": finished, "answers": answers}
            )
        )


def as_sent(value):
    """Return a value as a form sends it: options as a sorted list, others as words."""
    return sorted(value) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    main()
