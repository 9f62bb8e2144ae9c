"""What Calderwick answered, and what it promised; days count from the build day."""

from typing import NamedTuple

from voice.replies.enums import PromiseState


class ToldWords(NamedTuple):
    """A reply in one language; {answered} is the release's protected figure."""

    you_said: str
    we_did: str
    we_will: str
    we_will_not: str
    next: str
    thanks: str


class ToldPromise(NamedTuple):
    """A promise in English and Urdu, and how it stands."""

    text: tuple[str, str]
    owner_title: str
    due: int
    state: PromiseState
    reason: tuple[str, str] = ("", "")
    new_due: int | None = None
    action: str = ""


class ToldReply(NamedTuple):
    """A reply of the story; `read_first` says that young editors read it before."""

    consultation: str
    published: int
    words: dict[str, ToldWords]
    promises: tuple[ToldPromise, ...]
    read_first: bool = False


OWNERS_IN_URDU = {
    "Head of Social Work": "سوشل ورک کے سربراہ",
    "Head of Fostering and Homes": "فوسٹرنگ اور ہومز کے سربراہ",
    "Head of Fostering": "فوسٹرنگ کے سربراہ",
}

REPLIES = (
    ToldReply(
        consultation="my-social-worker-and-me",
        published=-232,
        words={
            "en": ToldWords(
                you_said=(
                    "{answered} of you told us about your social worker. You said workers keep "
                    "changing, and you have to tell your story again. You said they do not always "
                    "come when they said, and some of you do not know who yours is. You also told "
                    "us about workers who listen."
                ),
                we_did="We made a card for every child with their worker's name, photo and number.",
                we_will="When a worker changes, you will meet the new one together with the old one.",
                we_will_not=(
                    "You asked to choose your own social worker. We cannot promise that: there are "
                    "not enough. You can ask to change, you will get an answer in two weeks, and an "
                    "advocate can help you ask."
                ),
                next="We will ask you again whether this has happened.",
                thanks="We are sorry some of you had to say it more than once. Thank you for saying it.",
            ),
            "ur": ToldWords(
                you_said=(
                    "آپ میں سے {answered} نے ہمیں اپنے سوشل ورکر کے بارے میں بتایا۔ آپ نے کہا کہ ورکر "
                    "بار بار بدلتے ہیں اور آپ کو اپنی کہانی پھر سے سنانی پڑتی ہے۔ آپ نے کہا کہ وہ ہمیشہ "
                    "وقت پر نہیں آتے، اور کچھ کو معلوم نہیں کہ ان کا ورکر کون ہے۔ آپ نے ان ورکروں کے "
                    "بارے میں بھی بتایا جو سنتے ہیں۔"
                ),
                we_did="ہم نے ہر بچے کے لیے ایک کارڈ بنایا جس پر اس کے ورکر کا نام، تصویر اور نمبر ہے۔",
                we_will="جب ورکر بدلے گا تو آپ نئے ورکر سے پرانے ورکر کے ساتھ ملیں گے۔",
                we_will_not=(
                    "آپ نے کہا کہ آپ اپنا سوشل ورکر خود چننا چاہتے ہیں۔ ہم یہ وعدہ نہیں کر سکتے: ورکر "
                    "کافی نہیں ہیں۔ آپ بدلنے کو کہہ سکتے ہیں، دو ہفتوں میں جواب ملے گا، اور ایک ایڈووکیٹ "
                    "آپ کی مدد کر سکتا ہے۔"
                ),
                next="ہم آپ سے پھر پوچھیں گے کہ کیا ایسا ہوا۔",
                thanks="ہمیں افسوس ہے کہ آپ میں سے کچھ کو یہ بات ایک سے زیادہ بار کہنی پڑی۔ کہنے کا شکریہ۔",
            ),
        },
        promises=(
            ToldPromise(
                (
                    "A card with your worker's name, photo and number.",
                    "ایک کارڈ جس پر آپ کے ورکر کا نام، تصویر اور نمبر ہو۔",
                ),
                "Head of Social Work",
                -150,
                PromiseState.KEPT,
            ),
            ToldPromise(
                (
                    "You meet the new worker with the old one.",
                    "آپ نئے ورکر سے پرانے ورکر کے ساتھ ملیں گے۔",
                ),
                "Head of Social Work",
                -20,
                PromiseState.ON_TRACK,
                ("Nine posts are empty.", "نو اسامیاں خالی ہیں۔"),
                45,
                "handover",
            ),
        ),
    ),
    ToldReply(
        consultation="how-is-it-where-i-live",
        published=-101,
        read_first=True,
        words={
            "en": ToldWords(
                you_said=(
                    "{answered} of you told us about where you live. You said moves come with no "
                    "warning and things go in bin bags. You want time with brothers and sisters "
                    "somewhere normal. You told us what makes a place feel like yours. A small "
                    "number told us they could not eat or pray as they do at home."
                ),
                we_did="Suitcases are now in every home and office.",
                we_will="We will stop using the centre as the usual place to meet family.",
                we_will_not=(
                    "We will not promise that nobody will ever move quickly, because sometimes a "
                    "place is not safe. If it happens, someone must tell you why the same day."
                ),
                next="We will ask you in three months if this is true.",
                thanks="This answer came a week late. We are sorry. Thank you for telling us.",
            ),
            "ur": ToldWords(
                you_said=(
                    "آپ میں سے {answered} نے بتایا کہ آپ جہاں رہتے ہیں وہاں کیسا ہے۔ آپ نے کہا کہ گھر "
                    "اچانک بدلا جاتا ہے اور چیزیں کچرے کے تھیلوں میں جاتی ہیں۔ آپ بہن بھائیوں سے کسی عام "
                    "جگہ ملنا چاہتے ہیں۔ آپ نے بتایا کہ کیا چیز کسی جگہ کو اپنا بناتی ہے۔ چند نے کہا کہ وہ "
                    "گھر کی طرح کھا یا عبادت نہیں کر سکتے۔"
                ),
                we_did="اب ہر گھر اور دفتر میں سوٹ کیس موجود ہیں۔",
                we_will="ہم گھر والوں سے ملنے کے لیے سینٹر کو عام جگہ کے طور پر استعمال کرنا بند کریں گے۔",
                we_will_not=(
                    "ہم یہ وعدہ نہیں کریں گے کہ کوئی کبھی جلدی میں گھر نہیں بدلے گا، کیونکہ کبھی کوئی جگہ "
                    "محفوظ نہیں ہوتی۔ ایسا ہو تو اسی دن کسی کو آپ کو وجہ بتانی ہوگی۔"
                ),
                next="ہم تین مہینے میں آپ سے پوچھیں گے کہ کیا یہ سچ ہے۔",
                thanks="یہ جواب ایک ہفتہ دیر سے آیا۔ ہم معذرت چاہتے ہیں۔ بتانے کا شکریہ۔",
            ),
        },
        promises=(
            ToldPromise(
                (
                    "No more bin bags: a proper bag for every move.",
                    "اب کچرے کے تھیلے نہیں: ہر بار ایک اچھا بیگ۔",
                ),
                "Head of Fostering and Homes",
                -90,
                PromiseState.KEPT,
                action="luggage",
            ),
            ToldPromise(
                (
                    "Family time in ordinary places.",
                    "گھر والوں سے عام جگہوں پر ملاقات۔",
                ),
                "Head of Fostering",
                40,
                PromiseState.AT_RISK,
                ("There is no budget for transport.", "آنے جانے کے لیے رقم نہیں ہے۔"),
                action="family_time",
            ),
        ),
    ),
)
