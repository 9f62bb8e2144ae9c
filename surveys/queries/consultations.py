"""A consultation's words in one language."""

from typing import Protocol

from surveys.models import Consultation, ConsultationWording


class ConsultationWords(Protocol):
    """What a consultation and each of its wordings both say."""

    title: str
    asking: str
    why: str
    how_safe: str
    left_out: str
    how_to_say: str
    who_listens: str
    can_change: str
    cannot_change: str
    decision_maker: str
    who_reads: str
    asked_who: str
    missing: str


def consultation_words(consultation: Consultation, language: str) -> ConsultationWords:
    """Return the consultation's wording in `language`, or the one written first."""
    wording: ConsultationWording | None = consultation.wordings.filter(
        language=language
    ).first()
    return wording or consultation
