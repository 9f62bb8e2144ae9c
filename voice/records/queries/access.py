"""Everything held about one known young person's response, for them to be given."""

from typing import Any

from surveys.enums import HelpGiven
from surveys.models import Comment, Response
from surveys.queries.known import KnownResponse
from surveys.queries.steps import definition_of
from voice.audit import queries as audit
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_translations
from voice.releases.models import Quote
from voice.themes.models import Tag


def everything_about(response: Response) -> dict[str, Any]:
    """Return what is held, in plain names and values that JSON can hold.

    Without staff's words about others, without staff's names. Whether a safeguarding
    lead holds anything is never said here: the lead is asked, always.
    """
    questions = definition_of(response.edition)["questions"]
    prompts = {
        question["key"]: question["wordings"]["en"][""]["prompt"]
        for question in questions
    }
    return {
        "survey": response.edition.survey.title,
        "edition": response.edition.number,
        "way_in": str(KnownResponse(response.invitation, response)),
        "week": response.week.isoformat(),
        "state": str(response.get_state_display()),
        "language": response.language,
        "age_band": response.age_band,
        "helped_by": str(response.get_helped_by_display()),
        "company": str(response.get_company_display()),
        "help_given": [str(HelpGiven(one).label) for one in response.help_given],
        "agreement": str(response.get_agreement_display()),
        "looked_through": response.is_checked,
        "answers": [
            {"question": prompts.get(key, key), "answer": _told(answer)}
            for key, answer in response.answers.items()
        ],
        "comments": [_comment(comment) for comment in response.comments.order_by("pk")],
    }


def _told(answer: dict[str, Any]) -> str:
    """Return one answer as words."""
    value = answer.get("value", answer.get("state", ""))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _comment(comment: Comment) -> dict[str, Any]:
    """Return one comment: its words, what was kept, what it was counted as, who read."""
    reading = Reading.objects.filter(comment=comment).first()
    try:
        words = comment.read()
    except KeyDestroyed:
        words = ""
    reads = (
        audit.entries(object_id=str(reading.pk), kind="moderation.Reading")
        if reading
        else []
    )
    tags = Tag.objects.filter(comment=comment).select_related("theme")
    quotes = Quote.objects.filter(comment=comment).exclude(text="")
    return {
        "question": comment.question.prompt,
        "words": words,
        "may_be_quoted": comment.may_quote,
        "kept": reading.kept_text() if reading else "",
        "translation": _translation(reading),
        "state": str(reading.get_state_display()) if reading else "",
        "themes": sorted({tag.theme.name for tag in tags}),
        "quoted_in_releases": quotes.count(),
        "handled_on": sorted({entry.at.date().isoformat() for entry in reads}),
    }


def _translation(reading: Reading | None) -> str:
    """Return what may be shown of a translation beside the kept words."""
    found = kept_translations([reading] if reading else []).values()
    return next((translated.words for translated in found), "")
