"""Makes write-ups of sessions, saved and sent as workers do it."""

from io import BytesIO
from uuid import uuid4

import factory
from PIL import Image

from surveys.domain.session_notes import SessionFacts, save_note, send_note
from surveys.domain.statements import Photograph, Statement
from surveys.enums import CommentKind
from surveys.models import Comment, SessionNote
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, in_days


def facts(**changed):
    """Return what is known of a session."""
    known = {
        "held_on": in_days(-1),
        "present": 12,
        "age_bands": ["11-17"],
        "language": "en",
        "label": "Youth club in the north",
        "helped_by": ["friend"],
    }
    return SessionFacts(**known | changed)


def said(words="they want more visits", **changed):
    """Return one thing that was said."""
    known = {"question": "do_more", "age_band": "11-17", "may_quote": True}
    return Statement(words=words, **known | changed)


def flipchart(size=(3000, 2000), kind="JPEG"):
    """Return a photograph as a phone sends it: large, and telling where it was taken."""
    picture = Image.new("RGB", size, "#F4EBD9")
    exif = Image.Exif()
    exif[0x010E] = "taken at Larch House"
    exif.get_ifd(0x8825)[1] = "N"
    sent = BytesIO()
    picture.save(sent, format=kind, exif=exif)
    return sent.getvalue()


class SessionNoteFactory(factory.Factory):
    """A session that was written up: sent, or a draft with the trait.

    `statements` are things that were said; `edition` is the one it belongs to.
    """

    class Meta:
        model = SessionNote

    class Params:
        draft = factory.Trait(sends=False)

    by = factory.SubFactory(UserFactory, worker=True)
    edition = factory.SubFactory(EditionFactory)
    facts = factory.LazyFunction(facts)
    statements = factory.LazyFunction(lambda: [said()])
    photograph = None
    sends = True

    @classmethod
    def _create(cls, model_class, *, edition, by, sends, **parts):
        """Save it through the domain, and send it."""
        note = save_note(edition.survey, once=uuid4(), by=by, **parts)
        return send_note(note, by=by) if sends else note


class StatementFactory(factory.Factory):
    """One thing that was heard in a session that was sent; give `words`."""

    class Meta:
        model = Comment

    class Params:
        draft = factory.Trait(sends=False)

    words = "they want more visits"
    may_quote = True
    age_band = "11-17"
    sends = True
    by = factory.SubFactory(UserFactory, worker=True)
    edition = factory.SubFactory(EditionFactory)

    @classmethod
    def _create(cls, model_class, *, edition, by, sends, **parts):
        """Write up a session in which this alone was said."""
        note = SessionNoteFactory(
            edition=edition, by=by, sends=sends, statements=[said(**parts)]
        )
        return Comment.objects.get(session_note=note)


class PhotographFactory(factory.Factory):
    """A photograph that came with a session that was sent."""

    class Meta:
        model = Comment

    by = factory.SubFactory(UserFactory, worker=True)
    edition = factory.SubFactory(EditionFactory)

    @classmethod
    def _create(cls, model_class, *, edition, by):
        """Write up a session of which there is nothing but a photograph."""
        photograph = Photograph(question="do_more", content=flipchart())
        note = SessionNoteFactory(
            edition=edition, by=by, statements=[], photograph=photograph
        )
        return Comment.objects.get(session_note=note, kind=CommentKind.PHOTO)
