"""Every component in every state, for whoever builds or judges a page."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from voice.accounts.gate import staff_only
from voice.accounts.permissions import user_may_enter_desk
from voice.inputs import day_input

SCHEMES = ("light", "dark")
ROOMS = ("public", "answering", "desk", "board")
COLOURS = ("teal", "plum", "indigo", "rust", "moss")
LANGUAGES = ("en", "ur")
STATES = {
    "not_started": ("Not started", "شروع نہیں ہوا"),
    "bad": ("Red", "سرخ"),
    "warning": ("Amber", "زرد"),
    "good": ("Green", "سبز"),
    "done": ("Complete", "مکمل"),
    "proud": ("Making a difference", "فرق پڑ رہا ہے"),
    "under_way": ("Under way", "جاری ہے"),
    "waiting": ("Waiting to be read", "پڑھے جانے کے انتظار میں"),
    "private": ("Passed on", "آگے بھیجا گیا"),
}
FACES = (
    ("Not at all", "بالکل نہیں"),
    ("A little", "تھوڑا سا"),
    ("Quite happy", "کافی خوش"),
    ("Very happy", "بہت خوش"),
    ("Couldn't be happier", "اس سے زیادہ خوشی ممکن نہیں"),
)
BARS = (
    (("I was asked what I think", "مجھ سے میری رائے پوچھی گئی"), "65%", 65),
    (("I know who my worker is", "میں اپنے کارکن کو جانتا ہوں"), "40%", 40),
    (
        ("Somebody explained the decision to me", "کسی نے مجھے فیصلہ سمجھایا"),
        "15%",
        15,
    ),
    (("I would rather not say", "میں نہیں بتانا چاہتا"), "", None),
)
PROTECTED = ("fewer than 10, so not shown", "دس سے کم، اس لیے نہیں دکھایا گیا")
WORDS = {
    "question": (
        "How happy are you with the place where you live?",
        "آپ جہاں رہتے ہیں اُس جگہ سے کتنے خوش ہیں؟",
    ),
    "hint": ("Choose one, or skip.", "ایک چنیں، یا چھوڑ دیں۔"),
    "home": ("With my family", "اپنے خاندان کے ساتھ"),
    "foster": ("With foster carers", "رضاعی والدین کے ساتھ"),
    "own": ("In a place of my own", "اپنی الگ جگہ میں"),
    "low": ("not safe at all", "بالکل محفوظ نہیں"),
    "high": ("completely safe", "مکمل محفوظ"),
    "quote": (
        "I said I wanted to stay at the same school.\nNobody told me why I couldn't.",
        "میں نے کہا تھا کہ میں اسی اسکول میں رہنا چاہتی ہوں۔ کسی نے نہیں بتایا کیوں نہیں۔",
    ),
    "label": ("11 to 17", "۱۱ سے ۱۷ سال"),
    "progress": ("Question 3 of 8", "آٹھ میں سے تیسرا سوال"),
    "notice": ("Your answers are kept up to here.", "یہاں تک آپ کے جواب محفوظ ہیں۔"),
}


class SampleForm(forms.Form):
    """One field of each sort, to be shown asked, answered and refused."""

    name = forms.CharField(label="Name", help_text="As it is on your badge.")
    email = forms.EmailField(label="E-mail address")
    role = forms.ChoiceField(
        label="Role", choices=[("worker", "Participation worker"), ("lead", "Lead")]
    )
    due = forms.DateField(
        label="Due",
        required=False,
        widget=day_input(),
    )
    band = forms.ChoiceField(
        label="Age band",
        choices=[("11", "11 to 17"), ("16", "16 to 25")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    sure = forms.BooleanField(label="I have read the guidance", help_text="Page 4.")


@staff_only(user_may_enter_desk)
def gallery(request: HttpRequest) -> HttpResponse:
    """Show the components, in the scheme, language, room and colour asked for."""
    language = _one_of(LANGUAGES, request.GET.get("language"))
    which = LANGUAGES.index(language)
    with translation.override(language):
        return render(request, "accounts/gallery.html", _shown(request, which))


def _shown(request: HttpRequest, which: int) -> dict[str, object]:
    """Return everything on the page; `which` is 0 for English, 1 for Urdu."""
    asked = request.GET.get
    pages = Paginator(range(50), 10, error_messages=None)
    return {
        "scheme": _one_of(SCHEMES, asked("scheme")),
        "room": _one_of(ROOMS, asked("room")),
        "colour": _one_of(COLOURS, asked("colour")),
        "schemes": SCHEMES,
        "rooms_to_show": ROOMS,
        "colours": COLOURS,
        "languages": LANGUAGES,
        "direction": ("ltr", "rtl")[which],
        "words": {name: pair[which] for name, pair in WORDS.items()},
        "faces": [
            {"value": str(at), "text": pair[which]} for at, pair in enumerate(FACES)
        ],
        "bars": [
            {"label": pair[which], "words": said or PROTECTED[which], "share": share}
            for pair, said, share in BARS
        ],
        "states": [(kind, pair[which]) for kind, pair in STATES.items()],
        "pages": [pages.page(number) for number in (1, 3, 5)],
        "form": SampleForm(auto_id="asked_%s", initial={"band": "11"}),
        "refused": SampleForm({"email": "not an address"}, auto_id="refused_%s"),
        "drawings": DRAWINGS,
        "icons": ICONS,
    }


DRAWINGS = [
    "letterbox",
    "signpost",
    "notebook",
    "bench",
    "home",
    "path",
    "umbrella",
    "seedling",
    "paper-plane",
    "open-door",
    "table-talk",
]
ICONS = [
    "tick",
    "cross",
    "next",
    "back",
    "leave",
    "help",
    "listen",
    "info",
    "careful",
    "wrong",
    "good",
    "voice",
    "print",
    "lock",
]


def _one_of(allowed: tuple[str, ...], asked: str | None) -> str:
    """Return `asked` when it is allowed, else the first."""
    return asked if asked in allowed else allowed[0]
