"""The same twenty questions, four of each kind, as ours and as Wagtail's form."""

FIVE = ["a", "b", "c", "d", "e"]
KINDS = ("single", "several", "faces", "scale", "long_text")
WAGTAIL = {
    "single": ("radio", FIVE),
    "several": ("checkboxes", FIVE),
    "faces": ("radio", FIVE),
    "scale": ("radio", [str(n) for n in range(11)]),
    "long_text": ("multiline", []),
}
ANSWERS = {
    "single": "b",
    "several": ["a", "c"],
    "faces": "4",
    "scale": "7",
    "long_text": "They should turn up when they say, and text back.",
}


def definition():
    """Return the definition of an edition with the twenty questions."""
    return {
        "format": 1,
        "mode": "name_not_asked",
        "languages": ["en"],
        "age_bands": ["11-17"],
        "breakdowns": [],
        "wordings": {
            "en": {
                "": {"title": "Twenty", "introduction": "Hello.", "thanks": "Thanks."}
            }
        },
        "questions": [_question(number) for number in range(20)],
    }


def _question(number):
    kind = KINDS[number % 5]
    options = {
        "single": FIVE,
        "several": FIVE,
        "faces": ["1", "2", "3", "4", "5"],
    }.get(kind, [])
    said = {
        "prompt": f"Question {number}?",
        "help": "",
        "options": {key: f"Option {key}" for key in options},
    }
    return {
        "key": f"q{number}",
        "kind": kind,
        "options": options,
        "wordings": {"en": {"": said | {"low": "never", "high": "always"}}},
    }


def wagtail_fields():
    """Return (label, field type, choices) of each question."""
    return [
        (f"Question {n}?", kind, ",".join(choices))
        for n in range(20)
        for kind, choices in [WAGTAIL[KINDS[n % 5]]]
    ]


def wagtail_answers(names):
    """Return what a browser sends to Wagtail's form; `names` are its fields' names."""
    sent = {}
    for number, name in enumerate(names):
        kind = KINDS[number % 5]
        sent[name] = "e" if kind == "faces" else ANSWERS[kind]
    return sent


def report_answers(names):
    """Return what a browser sends to django-survey-and-report, which makes words of keys."""
    return {name: ANSWERS[KINDS[number % 5]] for number, name in enumerate(names)} | {
        name: "e" for number, name in enumerate(names) if KINDS[number % 5] == "faces"
    }
