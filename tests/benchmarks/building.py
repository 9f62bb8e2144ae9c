"""What compiling a survey of sixty questions costs, and all the logic of one page."""

import statistics
import time

from surveys.enums import QuestionKind
from surveys.logic.compiling import compile_definition, hash_of
from surveys.logic.condition_troubles import troubles_in
from surveys.logic.drafts import Draft, DraftOption, DraftQuestion, Written, parts_of
from surveys.logic.paths import path, place_of
from surveys.logic.piping import words_at
from surveys.logic.walks import walks

BANDS = ("4-7", "8-11", "11-17", "16-25")
LANGUAGES = ("en", "ur", "ar", "pl", "ro", "pa")
QUESTIONS = 60
ROUNDS = 7
COMPILE_GOAL = 1_000
PAGE_GOAL = 1
OPTIONS = tuple(
    DraftOption(key, f"The answer {key}") for key in ("yes", "no", "3", "4", "5")
)
KINDS = [
    kind
    for kind in QuestionKind
    if kind in QuestionKind.closed() or kind in QuestionKind.worded()
]


def sixty_questions():
    """Return a draft of sixty questions, two of three of them under conditions."""
    return Draft(
        title="Sixty",
        introduction="We want to know how it is.",
        thanks="Thank you.",
        mode="name_not_asked",
        base_language="en",
        languages=LANGUAGES,
        age_bands=BANDS,
        breakdowns=("age_band",),
        questions=tuple(_question(number) for number in range(QUESTIONS)),
    )


def _question(number):
    kind = QuestionKind.SINGLE if number % 3 == 0 else KINDS[number % len(KINDS)]
    before = f"q{number - number % 3}"
    return DraftQuestion(
        key=f"q{number}",
        kind=kind.value,
        prompt=f"Question {number}, about {{answer:{before}|that}}?"
        if number % 3
        else f"Question {number}?",
        help="A short sentence under the question.",
        options=OPTIONS if kind in QuestionKind.with_options() else (),
        low="never" if kind == QuestionKind.SCALE else "",
        high="always" if kind == QuestionKind.SCALE else "",
        show_if={
            "any": [
                {"question": before, "operator": "is", "value": "yes"},
                {
                    "all": [
                        {"question": "q0", "operator": "is_not", "value": "no"},
                        {"about": "age_band", "operator": "is", "value": "11-17"},
                        {"about": "helper", "operator": "is_not", "value": "carer"},
                    ]
                },
            ]
        }
        if number % 3
        else None,
    )


def every_wording(draft):
    """Return a wording of every part, in every language and for every band."""
    return [
        Written(*part.name, band, language, f"{language}: {part.text}", part.text)
        for part in parts_of(draft)
        for language in LANGUAGES
        for band in ("", *BANDS)
        if (language, band) != ("en", "")
    ]


def milliseconds(work):
    """Return the CPU milliseconds `work` takes: the middle of several times."""
    taken = []
    for _ in range(ROUNDS):
        before = time.process_time()
        work()
        taken.append((time.process_time() - before) * 1000)
    return statistics.median(taken)


def report():
    """Print what each costs; return whether the goals are met."""
    draft = sixty_questions()
    written = every_wording(draft)
    definition = compile_definition(draft, written)
    answers = {
        question["key"]: {"state": "answered", "value": "yes"}
        for question in definition["questions"]
        if question["kind"] == QuestionKind.SINGLE
    }

    def page():
        steps = path(
            definition, age_band="11-17", answers=answers, language="ur", helper="carer"
        )
        place_of(steps, len(steps))
        words_at(steps, len(steps), answers=answers, language="ur", age_band="11-17")

    compiling = milliseconds(lambda: hash_of(compile_definition(draft, written)))
    of_a_page = milliseconds(lambda: [page() for _ in range(100)]) / 100
    print(f"\n{QUESTIONS} questions, {len(BANDS)} bands, {len(LANGUAGES)} languages")
    print(f"  {len(written)} wordings compiled      {compiling:9.1f} ms CPU")
    print(f"    goal at most {COMPILE_GOAL} ms")
    print(f"  all the logic of one page     {of_a_page:9.3f} ms CPU")
    print(f"    goal at most {PAGE_GOAL} ms")
    for name, work in (
        ("every path of one band", lambda: walks(definition, age_band="11-17")),
        ("everything wrong with it", lambda: troubles_in(definition)),
    ):
        print(f"  {name:<30}{milliseconds(work):9.1f} ms CPU")
    return compiling <= COMPILE_GOAL and of_a_page <= PAGE_GOAL
