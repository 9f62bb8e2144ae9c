"""Drafts and wordings for the tests of the pure logic."""

from hypothesis import strategies as st

from surveys.logic.drafts import Draft, DraftOption, DraftQuestion, Written, parts_of

KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
WORDS = st.text(min_size=1, max_size=20).filter(str.strip)
BANDS = ("", "8-11", "11-17")


@st.composite
def questions(draw, key):
    options = draw(st.lists(KEYS, unique=True, min_size=2, max_size=4))
    kind = draw(st.sampled_from(["single", "scale", "long_text", "message"]))
    return DraftQuestion(
        key=key,
        kind=kind,
        prompt=draw(WORDS),
        help=draw(st.one_of(st.just(""), WORDS)),
        options=tuple(DraftOption(o, draw(WORDS)) for o in options)
        if kind == "single"
        else (),
        low=draw(WORDS) if kind == "scale" else "",
        high=draw(WORDS) if kind == "scale" else "",
    )


@st.composite
def drafts(draw):
    keys = draw(st.lists(KEYS, unique=True, min_size=1, max_size=4))
    return Draft(
        title=draw(WORDS),
        introduction=draw(WORDS),
        thanks=draw(WORDS),
        mode="name_not_asked",
        base_language="en",
        languages=("en", "ur"),
        age_bands=BANDS[1:],
        breakdowns=(),
        questions=tuple(draw(questions(key)) for key in keys),
    )


@st.composite
def worded_drafts(draw):
    """A draft with every part worded in Urdu, and some for one band."""
    draft = draw(drafts())
    written = []
    for part in parts_of(draft):
        written.append(Written(part.key, part.part, "", "ur", draw(WORDS), part.text))
        language = draw(st.sampled_from(["", "en", "ur"]))
        if language:
            written.append(
                Written(part.key, part.part, "8-11", language, draw(WORDS), part.text)
            )
    return draft, written
