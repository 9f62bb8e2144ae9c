"""Reads batches of codes, and what young people are told about who knows them."""

from surveys.enums import CodeState, Mode
from surveys.models import CodeBatch, Invitation, Survey


def mode_told(survey: Survey) -> Mode:
    """Return the mode of the newest edition; before the first, the survey's own."""
    modes = survey.editions.order_by("-number").values_list("definition__mode")
    return next((Mode(mode) for (mode,) in modes[:1]), Mode(survey.mode))


def batch_of(way: Invitation) -> CodeBatch:
    """Return the batch of a way in by codes."""
    return CodeBatch.objects.select_related("taken_out_by").get(invitation=way)


def used_of(batch: CodeBatch) -> int:
    """Return how many codes were used: of a batch without numbers, as on Monday."""
    if not batch.is_numbered:
        return batch.used
    return batch.invitation.codes.filter(state=CodeState.USED).count()
