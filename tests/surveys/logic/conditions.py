"""Conditions and answers for the tests of the pure logic."""

from hypothesis import strategies as st

OPTIONS = ("yes", "no", "3", "4")
MONTHS = ("2025-12", "2026-01")
VALUES = st.one_of(st.sampled_from(OPTIONS + MONTHS), st.integers(0, 10))
OPERATORS = ("is", "is_not", "includes", "at_least", "at_most", "answered")
HELPERS = ("not_said", "nobody", "carer")


def asked(keys):
    """A test of one of these questions."""
    return st.builds(
        lambda key, operator, value: {
            "question": key,
            "operator": operator,
            "value": value,
        },
        st.sampled_from(keys),
        st.sampled_from(OPERATORS),
        VALUES,
    )


KNOWN = st.builds(
    lambda about, operator: {
        "about": about[0],
        "operator": operator,
        "value": about[1],
    },
    st.sampled_from(
        [("age_band", "8-11"), ("age_band", "11-17"), ("language", "ur")]
        + [("helper", one) for one in HELPERS]
    ),
    st.sampled_from(["is", "is_not"]),
)


def conditions(keys):
    """A condition on these questions, or on who answers where there are none."""
    tests = st.one_of(KNOWN, asked(keys)) if keys else KNOWN
    return st.recursive(
        tests,
        lambda parts: st.builds(
            lambda name, some: {name: some},
            st.sampled_from(["all", "any", "none"]),
            st.lists(parts, max_size=3),
        ),
        max_leaves=6,
    )


ANSWER = st.one_of(
    st.sampled_from(["skipped", "not_sure", "not_said"]).map(lambda s: {"state": s}),
    st.just({"state": "answered"}),
    VALUES.map(lambda value: {"state": "answered", "value": value}),
    st.lists(st.sampled_from(OPTIONS), unique=True, min_size=1).map(
        lambda value: {"state": "answered", "value": value}
    ),
)


def answers(keys):
    """Answers to some of these questions."""
    return st.dictionaries(st.sampled_from(keys), ANSWER) if keys else st.just({})


PEOPLE = st.fixed_dictionaries(
    {
        "age_band": st.sampled_from(["8-11", "11-17"]),
        "language": st.sampled_from(["en", "ur"]),
        "helper": st.sampled_from(HELPERS),
    }
)
