"""A sentence proposed for the board, as young editors read it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from voice.briefings.models import ProposedHeadline
from voice.briefings.queries.headlines import headline_of
from voice.council.enums import BASE_LANGUAGE
from voice.statement.models import Evidence
from voice.young_editors.enums import Kind
from voice.young_editors.logic.passages import Passage, not_passed
from voice.young_editors.subjects import Subject


def headline_to_look_at(pk: int) -> Subject | None:
    """Return a proposed sentence to be looked at; None of none."""
    found = ProposedHeadline.objects.filter(pk=pk).select_related("key_theme").first()
    return subject_of_headline(found) if found else None


def subject_of_headline(proposed: ProposedHeadline) -> Subject:
    """Return a proposed sentence as it stands, in each language it is in.

    It speaks from the survey that was last heard under its key theme. It holds no
    quote at all: it is in our words.
    """
    heard = Evidence.objects.filter(
        key_theme=proposed.key_theme_id, release__isnull=False, release__recall=None
    )
    survey = heard.order_by("-pk").values_list("release__survey", flat=True).first()
    worded = {BASE_LANGUAGE: proposed.sentence, **proposed.wordings}
    passages = [_passage(language, words) for language, words in worded.items()]
    return Subject(
        kind=Kind.HEADLINE,
        pk=proposed.pk,
        title=str(proposed.key_theme),
        survey=survey,
        passages=passages,
        href=reverse("briefings:proposed", args=[proposed.key_theme_id]),
        is_out=_is_agreed(proposed),
        refused=[
            _("A headline is in our words: take “%(words)s” out.") % {"words": words}
            for words in not_passed(passages, passed=())
        ],
    )


def _passage(language: str, words: str) -> Passage:
    """Return the sentence in one language."""
    with override(language):
        heading = _("A sentence for the board")
    return Passage(f"sentence.{language}", heading, words, language)


def _is_agreed(proposed: ProposedHeadline) -> bool:
    """Say whether the board reads these very words already."""
    now = headline_of(proposed.key_theme)
    return (
        now is not None
        and now.sentence == proposed.sentence
        and now.wordings == proposed.wordings
    )
