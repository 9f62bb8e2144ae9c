"""The words that are planted, and where each may be met."""

import re
import secrets
from dataclasses import dataclass, field

# No vowels: no language has such words, and no search engine finds a stem in them.
LETTERS = "bcdfghjklmnpqrtvwxz"
LENGTH = 14

# What reads a comment in full, and what reads what was kept of it.
COMMENT = r"page worker2? /desk/reading/"
UNDERSTANDING = r"page worker2? /desk/themes/"
WRITTEN_UP = r"page worker2? /desk/surveys/[^/]+/session-notes/"
CHOOSING = r"page worker2? /desk/releases/of/"
CONCERN = r"page (lead|deputy) /desk/concerns/"
# Staff's own words, which are to hold no child's: in clear, for those they are for.
DATABASE = r"file the database"
HAND_OVER = (
    r"page (lead|admin) /desk/rota/",
    r"record council_handover\.note",
    DATABASE,
)
REGISTER = (
    r"page (lead|officer) /desk/records/breaches/",
    r"record records_breach\.what",
    DATABASE,
)
# A quote that two people signed for is public by then.
QUOTED = (
    r"page \w+ /desk/(releases|statement|replies)/",
    r"page \w+ /board/",
    r"page \w+ /(en|ur|pl|pa)/",
    # Whoever makes a public page chooses among quotes that anybody may read.
    r"page (admin|editor|worker) /admin/pages/(add/cms/|\d+/edit/)",
    r"record releases_quote\.(text|translation)",
    r"record statement_evidence\.",
    DATABASE,
)


@dataclass(frozen=True)
class Planted:
    """One unique word: how it was typed, and patterns of the places it may be met."""

    typed_as: str
    may: tuple[str, ...]
    word: str = field(
        default_factory=lambda: "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    )

    def may_be_at(self, place: str) -> bool:
        """Say whether the word may be at `place`, a kind and an address."""
        return any(re.match(pattern, place) for pattern in self.may)


def plant() -> dict[str, Planted]:
    """Return a fresh word for each way of typing one, by its short name."""
    words = {
        "quoted": ("approved, quoted in a release", (COMMENT, UNDERSTANDING, *QUOTED)),
        "refused quote": (
            "approved, struck from a release by its second signer",
            (COMMENT, UNDERSTANDING, CHOOSING),
        ),
        "counted": (
            "approved, counted and not quoted",
            (COMMENT, UNDERSTANDING),
        ),
        "redacted": ("replaced by a reader", (COMMENT,)),
        "kept beside": (
            "kept beside what was replaced",
            (COMMENT, UNDERSTANDING, CHOOSING),
        ),
        "withheld": ("withheld", (COMMENT,)),
        "passed on": ("passed on to the safeguarding leads", (CONCERN,)),
        "undecided": ("passed on, not decided yet", (CONCERN,)),
        "worrying": (
            # A lead on duty may open a possible worry that nobody has read yet.
            "a possible worry, waiting",
            (COMMENT, r"page (lead|deputy) /desk/concerns/worries/"),
        ),
        "waiting": ("waiting to be read", (COMMENT,)),
        "unfinished": ("in a response never finished", (COMMENT,)),
        "left": ("in a response somebody left", (COMMENT,)),
        "taken back": ("typed, sent, then emptied again", (COMMENT,)),
        "changed": ("typed, sent, then written anew", ()),
        "too long": ("in an answer refused for its length", ()),
        "broken": ("sent while the house was broken", ()),
        "forged": ("sent with a form of another response", ()),
        "note": ("a safeguarding lead's note", (CONCERN,)),
        "waiting for undo": (
            "withheld by mistake, put back, approved",
            (COMMENT, UNDERSTANDING),
        ),
        "heard": (
            "heard in a session, approved, not quoted",
            (COMMENT, UNDERSTANDING, WRITTEN_UP),
        ),
        "heard draft": ("heard in a session, not sent", (COMMENT, WRITTEN_UP)),
        "reader's note": ("a reader's note beside a comment", (COMMENT,)),
        "spoken over": ("typed, then said aloud instead", ()),
        "voice": ("said aloud", (COMMENT,)),
        "transcript": ("what a reader wrote down of a voice", (COMMENT, UNDERSTANDING)),
        "translation of": ("approved, in Urdu", (COMMENT, UNDERSTANDING)),
        "translation": ("translated, to be shown", (COMMENT, UNDERSTANDING)),
        "draft translation of": ("approved, in Urdu too", (COMMENT, UNDERSTANDING)),
        "draft translation": ("translated, for readers alone", (COMMENT,)),
        "added note": ("what happened since a concern was decided", (CONCERN,)),
        "hold": ("why a concern is held", (CONCERN,)),
        "hand-over": ("a note for the next on duty", HAND_OVER),
        "near miss": ("what nearly went wrong", REGISTER),
        "contact name": ("what to call somebody who asks for contact", (CONCERN,)),
        "contact details": ("how to reach somebody who asks for contact", (CONCERN,)),
        "contact phone": ("who else sees a young person's phone", (CONCERN,)),
        "contact time": ("when it is safe to reach somebody", (CONCERN,)),
        "contact about": ("what somebody who asks for contact says", (CONCERN,)),
        "wrong": ("typed by a reader into a form that was refused", ()),
    }
    return {
        name: Planted(typed_as=typed_as, may=may)
        for name, (typed_as, may) in words.items()
    }
