"""What the youngest are asked, in English and in Urdu; spoken by a machine."""

from surveys.enums import Mode, QuestionKind
from voice.demonstration.story.told_surveys import ToldQuestion, ToldSurvey

HAPPY = {
    "a_tiny_bit": ("A tiny bit happy", "بہت تھوڑا خوش"),
    "a_little": ("A little happy", "تھوڑا خوش"),
    "quite": ("Quite happy", "کافی خوش"),
    "very": ("Very happy", "بہت خوش"),
    "as_can_be": ("As happy as can be", "بے حد خوش"),
}
GOOD_DAY = ToldSurvey(
    slug="a-good-day",
    consultation="a-good-day",
    title=("A good day", "ایک اچھا دن"),
    introduction=(
        "Four little questions. You can skip any.",
        "چار چھوٹے سوال۔ کوئی بھی چھوڑ سکتے ہیں۔",
    ),
    thanks=("Thank you for telling us.", "ہمیں بتانے کا شکریہ۔"),
    mode=Mode.NAME_NOT_ASKED,
    age_bands=("4-7",),
    band_weights=(1,),
    assistant=True,
    spoken=True,
    run_by=(),
    questions=(
        ToldQuestion(
            kind=QuestionKind.MESSAGE,
            key="hello",
            prompt=(
                "Hello! Let us talk about your day.",
                "ہیلو! آئیں آپ کے دن کی بات کریں۔",
            ),
        ),
        ToldQuestion(
            kind=QuestionKind.FACES,
            key="today",
            decision="Which homes we visit first.",
            prompt=("How happy are you today?", "آج آپ کتنے خوش ہیں؟"),
            options=HAPPY,
        ),
        ToldQuestion(
            kind=QuestionKind.SINGLE,
            key="who_plays",
            decision="Who we ask to play with children.",
            prompt=(
                "Who plays with you most?",
                "آپ کے ساتھ سب سے زیادہ کون کھیلتا ہے؟",
            ),
            options={
                "grown_ups": ("A grown-up", "کوئی بڑا"),
                "children": ("Other children", "دوسرے بچے"),
                "pet": ("A pet", "پالتو جانور"),
                "nobody": ("I play by myself", "میں اکیلے کھیلتا ہوں"),
            },
        ),
        ToldQuestion(
            kind=QuestionKind.SINGLE,
            key="more_of",
            decision="What we plan for the weekends.",
            prompt=("What do you want more of?", "آپ کیا زیادہ چاہتے ہیں؟"),
            options={
                "outside": ("Playing outside", "باہر کھیلنا"),
                "stories": ("Stories", "کہانیاں"),
                "food": ("Food I like", "میری پسند کا کھانا"),
                "family": ("Seeing my family", "اپنے گھر والوں سے ملنا"),
            },
        ),
        ToldQuestion(
            kind=QuestionKind.DRAWING,
            key="best_day",
            decision="What we tell new carers about good days.",
            prompt=("Draw your best day.", "اپنے سب سے اچھے دن کی تصویر بنائیں۔"),
        ),
    ),
)

# Answered in the story; what opened yesterday waits for its first answer.
