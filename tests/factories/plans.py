"""Plans of the statement as plain values, and hypothesis strategies that make them."""

from hypothesis import strategies as st

from voice.statement.enums import ActionStatus

WORDS = st.text("abc é٣", max_size=4)
DAYS = st.sampled_from(["", "2026-03-31", "2026-06-30"])


def a_measure(**more):
    """Return a measure of a plan."""
    given = {"id": 1, "title": "Know their worker", "baseline": "65%"}
    return given | {"target": "90%", "latest": None} | more


def an_action(**more):
    """Return an action of a plan."""
    return {
        "id": 1,
        "number": "2.1.1",
        "title": "Visit together",
        "owner": "Head of Social Work",
        "starts_on": "",
        "due_on": "2026-03-31",
        "status": "green",
        "reason": "",
        "withdrawn": "",
        "measures": [],
    } | more


def an_area(*actions, **more):
    """Return an area of a plan."""
    source = {"kind": "ours", "inspection": "", "recommendation": "", "on": ""}
    return {
        "id": 1,
        "number": "2.1",
        "title": "Keep your worker",
        "source": source,
        "withdrawn": "",
        "actions": list(actions),
    } | more


def a_key_theme(*areas, **more):
    """Return a key theme of a plan."""
    return {"id": 1, "number": 2, "title": "Practice", "areas": list(areas)} | more


def a_plan(*key_themes, **more):
    """Return a plan."""
    return {
        "format": 1,
        "title": "Statement of Action",
        "answers": "The inspection",
        "starts_on": "2026-01-01",
        "ends_on": "2028-01-01",
        "key_themes": list(key_themes),
    } | more


@st.composite
def plans(draw):
    """Return any plan: its parts have ids of their own kind, each once."""
    used = {"area": set(), "action": set(), "measure": set(), "key_theme": set()}

    def fresh(kind):
        wanted = draw(st.integers(1, 9).filter(lambda n: n not in used[kind]))
        used[kind].add(wanted)
        return wanted

    def some(most):
        return range(draw(st.integers(0, most)))

    def measure():
        latest = st.none() | st.fixed_dictionaries({"on": DAYS, "value": WORDS})
        return a_measure(
            id=fresh("measure"), title=draw(WORDS), target=draw(WORDS),
            latest=draw(latest),
        )  # fmt: skip

    def action():
        return an_action(
            id=fresh("action"),
            number=draw(WORDS),
            title=draw(WORDS),
            owner=draw(WORDS),
            due_on=draw(DAYS),
            status=draw(st.sampled_from(ActionStatus.values)),
            withdrawn=draw(WORDS),
            measures=[measure() for _ in some(1)],
        )

    def area():
        return an_area(
            *(action() for _ in some(2)),
            id=fresh("area"), number=draw(WORDS), title=draw(WORDS),
            withdrawn=draw(WORDS),
        )  # fmt: skip

    def key_theme():
        return a_key_theme(
            *(area() for _ in some(2)),
            id=fresh("key_theme"), number=draw(st.integers(1, 9)), title=draw(WORDS),
        )  # fmt: skip

    return a_plan(*(key_theme() for _ in some(2)), title=draw(WORDS))
