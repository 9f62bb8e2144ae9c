"""“Did we keep our promise?”: the survey of two questions, from its template; pure.

The words are in the languages below, each read by a fluent reader before it is
published, as any survey's; in others they are still to be worded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from surveys.breakdown import Breakdown
from surveys.enums import Mode, QuestionKind
from surveys.logic.drafts import OPTION, Draft, DraftOption, DraftQuestion, Written

KEPT = "kept"
YES, PARTLY, NO = "yes", "partly", "no"
KEPT_OPTIONS = (YES, PARTLY, NO)

DIFFERENCE = "difference"
BETTER, SAME, WORSE = "better", "same", "worse"
DIFFERENCE_OPTIONS = (BETTER, SAME, WORSE)

BASE = "en"
LONGEST_TITLE = 200
LONGEST_HELP = 300


@dataclass(frozen=True)
class Words:
    """The template in one language; {promise} is the promise as it reads there, {who} who keeps it."""

    title: str
    introduction: str
    thanks: str
    kept: str
    kept_options: tuple[str, str, str]
    difference: str
    difference_options: tuple[str, str, str]
    why: str
    how_safe: str
    left_out: str
    how_to_say: str
    who_listens: str
    can_change: str
    cannot_change: str


TEMPLATE = {
    "en": Words(
        title="Did we keep our promise? {promise}",
        introduction=(
            "You told us things, and we promised: “{promise}” Now tell us if we did it. "
            "It is two questions. Skip any you like."
        ),
        thanks=(
            "Thank you. What you said goes back to the people who made the promise. "
            "We will tell you what they do next."
        ),
        kept="Did we keep this promise?",
        kept_options=("Yes, you kept it", "Partly", "No, you did not"),
        difference="Did it change something for you?",
        difference_options=(
            "Yes, it is better for me",
            "No, nothing changed for me",
            "Yes, it is worse for me",
        ),
        why="A promise is only kept when you say so too.",
        how_safe=(
            "You choose where you answer. You can skip both questions, and leave the "
            "page with one tap. Nobody asks your name."
        ),
        left_out=(
            "Those who have moved since we promised. Workers look for them and ask them "
            "too."
        ),
        how_to_say=(
            "By choosing an answer. You can listen to the questions, and somebody helps "
            "you if you want."
        ),
        who_listens=(
            "{who}, who made the promise and can still keep it. What you say is shown "
            "to the board, and nobody there can change it."
        ),
        can_change=(
            "Whether we may say that we kept the promise, and what we do about it next."
        ),
        cannot_change="What we promised stays as we said it.",
    ),
    "ur": Words(
        title="کیا ہم نے اپنا وعدہ پورا کیا؟ {promise}",
        introduction=(
            "آپ نے ہمیں باتیں بتائیں، اور ہم نے وعدہ کیا: “{promise}” اب بتائیں کہ کیا ہم نے "
            "ایسا کیا۔ دو سوال ہیں۔ جو چاہیں چھوڑ دیں۔"
        ),
        thanks=(
            "شکریہ۔ آپ کی بات ان لوگوں تک جائے گی جنہوں نے وعدہ کیا تھا۔ ہم آپ کو بتائیں گے "
            "کہ وہ آگے کیا کریں گے۔"
        ),
        kept="کیا ہم نے یہ وعدہ پورا کیا؟",
        kept_options=("ہاں، آپ نے پورا کیا", "کچھ حد تک", "نہیں، آپ نے پورا نہیں کیا"),
        difference="کیا اس سے آپ کے لیے کچھ بدلا؟",
        difference_options=(
            "ہاں، میرے لیے بہتر ہوا",
            "نہیں، میرے لیے کچھ نہیں بدلا",
            "ہاں، میرے لیے بدتر ہوا",
        ),
        why="وعدہ تب ہی پورا ہوتا ہے جب آپ بھی ایسا کہیں۔",
        how_safe=(
            "آپ خود چنتے ہیں کہ کہاں جواب دیں۔ دونوں سوال چھوڑ سکتے ہیں، اور ایک ٹیپ میں صفحہ "
            "چھوڑ سکتے ہیں۔ کوئی آپ کا نام نہیں پوچھتا۔"
        ),
        left_out="وہ جو وعدے کے بعد کہیں اور چلے گئے۔ کارکن انہیں ڈھونڈ کر ان سے بھی پوچھتے ہیں۔",
        how_to_say="جواب چن کر۔ آپ سوال سن سکتے ہیں، اور چاہیں تو کوئی آپ کی مدد کرتا ہے۔",
        who_listens=(
            "{who}، جنہوں نے وعدہ کیا اور اب بھی پورا کر سکتے ہیں۔ آپ کی بات بورڈ کو دکھائی "
            "جاتی ہے، اور وہاں کوئی اسے بدل نہیں سکتا۔"
        ),
        can_change="کیا ہم کہہ سکتے ہیں کہ وعدہ پورا ہوا، اور ہم آگے کیا کریں گے۔",
        cannot_change="جو وعدہ ہم نے کیا وہ ویسا ہی رہے گا۔",
    ),
    "pl": Words(
        title="Czy dotrzymaliśmy obietnicy? {promise}",
        introduction=(
            "Powiedzieliście nam różne rzeczy, a my obiecaliśmy: „{promise}” Teraz "
            "powiedz nam, czy to zrobiliśmy. To dwa pytania. Możesz pominąć każde z nich."
        ),
        thanks=(
            "Dziękujemy. To, co mówisz, wraca do osób, które złożyły obietnicę. Powiemy "
            "ci, co zrobią dalej."
        ),
        kept="Czy dotrzymaliśmy tej obietnicy?",
        kept_options=("Tak, dotrzymaliście", "Częściowo", "Nie, nie dotrzymaliście"),
        difference="Czy coś się dla ciebie zmieniło?",
        difference_options=(
            "Tak, jest mi lepiej",
            "Nie, nic się dla mnie nie zmieniło",
            "Tak, jest mi gorzej",
        ),
        why="Obietnica jest dotrzymana dopiero wtedy, gdy i wy tak mówicie.",
        how_safe=(
            "Ty wybierasz, gdzie odpowiadasz. Możesz pominąć oba pytania i jednym "
            "dotknięciem opuścić stronę. Nikt nie pyta o twoje imię."
        ),
        left_out=(
            "Ci, którzy od czasu obietnicy się przeprowadzili. Pracownicy szukają ich i "
            "pytają także ich."
        ),
        how_to_say=(
            "Wybierając odpowiedź. Możesz posłuchać pytań, a ktoś pomoże ci, jeśli chcesz."
        ),
        who_listens=(
            "{who}: to tu złożono obietnicę i tu można jej jeszcze dotrzymać. To, co "
            "mówisz, widzi rada i nikt tam nie może tego zmienić."
        ),
        can_change="Czy wolno nam powiedzieć, że dotrzymaliśmy obietnicy, i co zrobimy dalej.",
        cannot_change="To, co obiecaliśmy, pozostaje tak, jak powiedzieliśmy.",
    ),
}


def drafted(
    promises: dict[str, str], *, age_bands: Sequence[str], languages: Sequence[str]
) -> Draft:
    """Return the survey that asks of a promise; `promises` are its words by language."""
    words, promise = TEMPLATE[BASE], promises[BASE]
    return Draft(
        title=shortened(words.title.format(promise=promise)),
        introduction=words.introduction.format(promise=promise),
        thanks=words.thanks,
        mode=Mode.NAME_NOT_ASKED.value,
        base_language=BASE,
        languages=tuple(languages),
        age_bands=tuple(age_bands),
        breakdowns=(Breakdown.AGE_BAND.value,),
        questions=(
            _question(
                KEPT,
                words.kept,
                zip(KEPT_OPTIONS, words.kept_options, strict=True),
                help=promise[:LONGEST_HELP],
                decision="Whether the promise counts as kept.",
            ),
            _question(
                DIFFERENCE,
                words.difference,
                zip(DIFFERENCE_OPTIONS, words.difference_options, strict=True),
                decision="Whether the change worked, or something else is needed.",
            ),
        ),
    )


def _question(
    key: str,
    prompt: str,
    options: Iterable[tuple[str, str]],
    *,
    decision: str,
    help: str = "",
) -> DraftQuestion:
    """Return one question; whoever is not sure may say so."""
    return DraftQuestion(
        key=key,
        kind=QuestionKind.SINGLE.value,
        prompt=prompt,
        help=help,
        options=tuple(DraftOption(name, text) for name, text in options),
        not_sure=True,
        decision=decision,
    )


def written(promises: dict[str, str], *, of: Draft) -> list[Written]:
    """Return the wordings of the template in each language it knows of the draft's.

    A language in which the promise was not worded is left to be worded.
    """
    return [
        Written(key, part, "", language, text, base)
        for language in of.other_languages
        if language in TEMPLATE and language in promises
        for key, part, text, base in _parts(language, promises[language], of)
    ]


def _parts(language: str, promise: str, of: Draft) -> list[tuple[str, str, str, str]]:
    """Return every part in one language: its key, part, words and base words."""
    words = TEMPLATE[language]
    said = {
        ("", "title"): shortened(words.title.format(promise=promise)),
        ("", "introduction"): words.introduction.format(promise=promise),
        ("", "thanks"): words.thanks,
        (KEPT, "prompt"): words.kept,
        (KEPT, "help"): promise[:LONGEST_HELP],
        (DIFFERENCE, "prompt"): words.difference,
    }
    texts = {KEPT: words.kept_options, DIFFERENCE: words.difference_options}
    base = {
        ("", part): getattr(of, part) for part in ("title", "introduction", "thanks")
    }
    for question in of.questions:
        base |= {(question.key, "prompt"): question.prompt}
        base |= {(question.key, "help"): question.help}
        for option, text in zip(question.options, texts[question.key], strict=True):
            said[question.key, OPTION + option.key] = text
            base[question.key, OPTION + option.key] = option.text
    return [(key, part, text, base[key, part]) for (key, part), text in said.items()]


def shortened(title: str) -> str:
    """Return a title that fits where titles are kept."""
    if len(title) <= LONGEST_TITLE:
        return title
    return title[: LONGEST_TITLE - 1].rstrip() + "…"


def is_ours(questions: Sequence[DraftQuestion]) -> bool:
    """Say whether both questions begin a draft, in the template's own English words."""
    if len(questions) < len(_ASKED):
        return False
    return all(
        _asked(question) == asked
        for question, asked in zip(questions, _ASKED, strict=False)
    )


Asked = tuple[str, str, str, tuple[tuple[str, str], ...], bool]


def _asked(question: DraftQuestion) -> Asked:
    """Return what must not be put otherwise: whose answers would it be then?"""
    options = tuple((option.key, option.text) for option in question.options)
    return question.key, question.kind, question.prompt, options, question.not_sure


_ASKED: tuple[Asked, ...] = tuple(
    _asked(question)
    for question in drafted({BASE: ""}, age_bands=(), languages=(BASE,)).questions
)
