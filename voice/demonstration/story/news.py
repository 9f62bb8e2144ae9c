"""Improvement updates of the public site, in English and Urdu."""

from typing import NamedTuple


class ToldUpdate(NamedTuple):
    """One update: days from the day of building; title, summary and text by language."""

    slug: str
    on: int
    words: dict[str, tuple[str, str, str]]


UPDATES = (
    ToldUpdate(
        "a-card-with-your-workers-name",
        -24,
        {
            "en": (
                "A card with your worker’s name",
                "Every child we look after gets a card with their worker’s name, photo "
                "and number. Most have one. We say who does not, and when they will.",
                "<p>You told us that workers change and nobody says who comes next. So "
                "each team now gives every child a card: a name, a photo, a number.</p>"
                "<h2>What is not done</h2><p>Two teams are still waiting for photos. "
                "They have told us their cards will be out by the end of the month. If "
                "yours is missing, ask your worker, or ask an advocate to ask.</p>",
            ),
            "ur": (
                "آپ کے ورکر کے نام والا کارڈ",
                "ہم جن بچوں کی دیکھ بھال کرتے ہیں، ہر ایک کو ورکر کے نام، تصویر اور نمبر "
                "والا کارڈ ملتا ہے۔ زیادہ تر کو مل چکا ہے۔",
                "<p>آپ نے بتایا کہ ورکر بدل جاتے ہیں اور کوئی نہیں بتاتا کہ اب کون آئے گا۔ "
                "اس لیے اب ہر ٹیم ہر بچے کو کارڈ دیتی ہے: نام، تصویر اور نمبر۔</p>"
                "<h2>کیا باقی ہے</h2><p>دو ٹیمیں ابھی تصویروں کا انتظار کر رہی ہیں۔ ان کے "
                "کارڈ مہینے کے آخر تک آ جائیں گے۔ اگر آپ کو کارڈ نہیں ملا تو اپنے ورکر سے "
                "پوچھیں۔</p>",
            ),
        },
    ),
    ToldUpdate(
        "no-more-bin-bags",
        -66,
        {
            "en": (
                "No more bin bags",
                "Nobody should move with their things in a bin bag. There are now proper "
                "bags in every office, and a spare set for moves at night.",
                "<p>You said that a bin bag makes you feel like rubbish. You were right. "
                "There are bags in four sizes at every office, and they are yours to "
                "keep.</p><h2>If it happens again</h2><p>Tell your reviewing officer. "
                "They write it down, and the board reads how often it happened.</p>",
            ),
            "ur": (
                "اب کوڑے کے تھیلے نہیں",
                "کسی کو بھی اپنا سامان کوڑے کے تھیلے میں لے کر گھر نہیں بدلنا چاہیے۔ اب ہر "
                "دفتر میں اچھے بیگ موجود ہیں۔",
                "<p>آپ نے کہا کہ کوڑے کے تھیلے سے برا لگتا ہے۔ آپ نے ٹھیک کہا۔ اب ہر دفتر "
                "میں بیگ موجود ہیں، اور یہ آپ ہی کے رہیں گے۔</p><h2>اگر پھر ایسا ہو</h2>"
                "<p>اپنے ریویو افسر کو بتائیں۔ وہ اسے لکھ لیتے ہیں، اور بورڈ اسے پڑھتا "
                "ہے۔</p>",
            ),
        },
    ),
    ToldUpdate(
        "what-inspectors-said",
        -260,
        {
            "en": (
                "What inspectors said about us",
                "Inspectors found that too many children wait too long. They are right. "
                "Our plan says what we do about it, and by when.",
                "<p>It is not easy to read. We put it here because it is about you. The "
                "plan on this site is our answer: what we do, who does it, and by "
                "when.</p>",
            ),
            "ur": (
                "معائنہ کاروں نے ہمارے بارے میں کیا کہا",
                "معائنہ کاروں نے دیکھا کہ بہت سے بچوں کو بہت انتظار کرنا پڑتا ہے۔ ان کی بات "
                "درست ہے۔ ہمارا منصوبہ بتاتا ہے کہ ہم کیا کریں گے اور کب تک۔",
                "<p>یہ پڑھنا آسان نہیں۔ ہم نے اسے یہاں اس لیے رکھا ہے کہ یہ آپ کے بارے میں "
                "ہے۔ اس سائٹ پر منصوبہ ہمارا جواب ہے۔</p>",
            ),
        },
    ),
)
