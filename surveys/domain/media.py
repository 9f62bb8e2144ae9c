"""Keeps the pictures and sounds shown with questions."""

import hashlib

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.logic.media import BadMedium, Clean, Trouble, clean_medium, cleaned_before
from surveys.models import Medium
from voice.accounts.models import User
from voice.audit.domain.record import record

SENTENCES = {
    Trouble.EMPTY: _("The file is empty."),
    Trouble.LONG_PICTURE: _("The picture is larger than 12 MB. Choose a smaller one."),
    Trouble.LONG_SOUND: _("The recording is longer than 3 MB. Make it shorter."),
    Trouble.MANY_DOTS: _("The picture has more than 20 million dots. Make it smaller."),
    Trouble.NO_PICTURE: _("That is not a picture we can use: PNG, JPEG or WebP."),
    Trouble.NO_SOUND: _("That is not a recording we can use: MP3, M4A, Ogg or WebM."),
    Trouble.FILM: _("That is a film. Choose a recording without pictures."),
}


class MediumRefused(Exception):
    """The picture or sound cannot be kept; `sentence` says why, for people."""

    def __init__(self, sentence: Promise | str) -> None:
        """Remember the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@transaction.atomic
def keep_medium(content: bytes, *, media_type: str, by: User) -> Medium:
    """Keep a picture or a sound of questions, and return it; the same one but once.

    `media_type` is what the browser said ("image/jpeg", "audio/webm;codecs=opus");
    whether it is true is read from the content. A picture is drawn afresh as WebP, at
    most 800 dots wide and high, nothing hidden in it; a sound is at most 3 MB, its
    tags gone. Raises MediumRefused.
    """
    try:
        clean = clean_medium(content, media_type)
    except BadMedium as bad:
        raise MediumRefused(SENTENCES[bad.trouble]) from None
    return _keep(clean, by=by)


@transaction.atomic
def keep_medium_again(content: bytes, *, by: User) -> Medium:
    """Keep, byte for byte, what `keep_medium` once made in this house or another.

    Raises MediumRefused when it made no such thing.
    """
    try:
        clean = cleaned_before(content)
    except BadMedium as bad:
        raise MediumRefused(SENTENCES[bad.trouble]) from None
    return _keep(clean, by=by)


def _keep(clean: Clean, *, by: User) -> Medium:
    """Keep what is clean, but once."""
    medium, is_new = Medium.objects.get_or_create(
        sha256=hashlib.sha256(clean.content).hexdigest(),
        defaults={
            "media_type": clean.media_type,
            "content": clean.content,
            "size": len(clean.content),
            "width": clean.width,
            "height": clean.height,
        },
    )
    if is_new:
        record(
            "surveys.keep_medium",
            of=medium,
            by=by,
            media_type=medium.media_type,
            size=medium.size,
        )
    return medium
