"""The words of two pages that Calderwick's web editor built, in English and Urdu."""

from typing import NamedTuple

Both = tuple[str, str]


class SafePage(NamedTuple):
    """How we keep you safe: each text in English and Urdu."""

    title: Both
    about: Both
    opening: Both
    picture: Both
    rows: tuple[tuple[str, Both, Both], ...]
    after: Both
    steps: tuple[tuple[Both, Both], ...]
    call: tuple[Both, Both, Both]
    contact: Both
    contact_when: Both


SAFE = SafePage(
    title=("How we keep you safe", "ہم آپ کو کیسے محفوظ رکھتے ہیں"),
    about=(
        "Who reads your words, who else may see them, and when we tell somebody.",
        "آپ کے الفاظ کون پڑھتا ہے، اور کون دیکھ سکتا ہے، اور ہم کب کسی کو بتاتے ہیں۔",
    ),
    opening=(
        "<p>When you tell us something, people take care of it. "
        "This page says how.</p>",
        "<p>جب آپ ہمیں کچھ بتاتے ہیں تو لوگ اس کا خیال رکھتے ہیں۔ "
        "یہ صفحہ بتاتا ہے کہ کیسے۔</p>",
    ),
    picture=(
        "A drawing of two people at a table. A letter lies between them.",
        "دو لوگوں کی تصویر جو میز پر بیٹھے ہیں۔ ان کے درمیان ایک خط رکھا ہے۔",
    ),
    rows=(
        (
            "telling",
            ("You tell us what you think.", "آپ ہمیں بتاتے ہیں کہ آپ کیا سوچتے ہیں۔"),
            ("Somebody speaks.", "کوئی بول رہا ہے۔"),
        ),
        (
            "reading",
            ("A person reads every word.", "ایک شخص ہر لفظ پڑھتا ہے۔"),
            (
                "Somebody with glasses reads a letter.",
                "عینک والا کوئی شخص خط پڑھ رہا ہے۔",
            ),
        ),
        (
            "helping",
            (
                "If you are not safe, they tell someone who can help.",
                "اگر آپ محفوظ نہیں ہیں تو وہ کسی ایسے شخص کو بتاتے ہیں جو مدد کر سکتا ہے۔",
            ),
            (
                "A phone rings and somebody answers.",
                "فون بجتا ہے اور کوئی جواب دیتا ہے۔",
            ),
        ),
        (
            "locked",
            ("Your words are kept locked away.", "آپ کے الفاظ تالے میں رکھے جاتے ہیں۔"),
            ("A letter goes into a locked box.", "ایک خط تالے والے ڈبے میں جا رہا ہے۔"),
        ),
    ),
    after=(
        "<h2>What happens after you press send</h2>",
        "<h2>بھیجنے کے بعد کیا ہوتا ہے</h2>",
    ),
    steps=(
        (
            ("A person reads it", "ایک شخص اسے پڑھتا ہے"),
            (
                "<p>They look for one thing first: is somebody not safe?</p>",
                "<p>وہ سب سے پہلے ایک بات دیکھتے ہیں: کیا کوئی خطرے میں ہے؟</p>",
            ),
        ),
        (
            ("They take out names", "وہ نام نکال دیتے ہیں"),
            (
                "<p>Yours, and those of people you know.</p>",
                "<p>آپ کا نام، اور ان لوگوں کے نام جنہیں آپ جانتے ہیں۔</p>",
            ),
        ),
        (
            (
                "Two people check what others see",
                "دو لوگ جانچتے ہیں کہ دوسرے کیا دیکھیں گے",
            ),
            (
                "<p>Only numbers too big to point at you, "
                "and words you said could be shared.</p>",
                "<p>صرف ایسے اعداد جو آپ کی طرف اشارہ نہ کریں، "
                "اور وہ الفاظ جن کی آپ نے اجازت دی۔</p>",
            ),
        ),
        (
            ("You get an answer", "آپ کو جواب ملتا ہے"),
            (
                "<p>By a day we tell you before you start.</p>",
                "<p>اس دن تک جو ہم شروع میں بتاتے ہیں۔</p>",
            ),
        ),
    ),
    call=(
        ("Not safe right now?", "ابھی خطرہ ہے؟"),
        (
            "Do not wait for us to read it. Talk to somebody now.",
            "ہمارے پڑھنے کا انتظار نہ کریں۔ ابھی کسی سے بات کریں۔",
        ),
        ("Get help now", "ابھی مدد لیں"),
    ),
    contact=("Participation worker", "شرکت کا کارکن"),
    contact_when=("Monday to Friday, 9 to 5", "پیر سے جمعہ، 9 سے 5 بجے"),
)


class HeardPage(NamedTuple):
    """What we heard about social workers: each text in English and Urdu."""

    title: Both
    about: Both
    opening: Both
    said: Both
    promised: Both
    now: Both


HEARD = HeardPage(
    title=(
        "What you told us about social workers",
        "آپ نے سوشل ورکرز کے بارے میں کیا بتایا",
    ),
    about=(
        "Young people's own words and numbers, and one thing we promised.",
        "نوجوانوں کے اپنے الفاظ اور اعداد، اور ہمارا ایک وعدہ۔",
    ),
    opening=(
        "<p>We asked about your social worker. One of you wrote this:</p>",
        "<p>ہم نے آپ کے سوشل ورکر کے بارے میں پوچھا۔ آپ میں سے ایک نے یہ لکھا:</p>",
    ),
    said=("<h2>How many said so</h2>", "<h2>کتنوں نے یہ کہا</h2>"),
    promised=("<h2>What we promised</h2>", "<h2>ہم نے کیا وعدہ کیا</h2>"),
    now=("<h2>What we are asking now</h2>", "<h2>ہم ابھی کیا پوچھ رہے ہیں</h2>"),
)
