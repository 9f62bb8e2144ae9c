"""What Calderwick answered, and what it promised; days count from the build day."""

from voice.demonstration.story.easy_home import EASY_HOME
from voice.demonstration.story.told_replies import (
    ToldPromise,
    ToldReply,
    ToldWords,
)
from voice.replies.enums import PromiseState, ReplyPart

OWNERS_IN_URDU = {
    "Head of Social Work": "سوشل ورک کے سربراہ",
    "Head of Fostering and Homes": "فوسٹرنگ اور ہومز کے سربراہ",
    "Head of Fostering": "فوسٹرنگ کے سربراہ",
}

REPLIES = (
    ToldReply(
        consultation="my-social-worker-and-me",
        published=-232,
        words=(
            ToldWords(
                "en",
                you_said=(
                    "{answered} of you told us about your social worker. You said workers keep "
                    "changing, and you have to tell your story again. You said they do not always "
                    "come when they said, and some of you do not know who yours is. You also told "
                    "us about workers who listen."
                ),
                we_did="We made a card for every child with their worker's name, photo and number.",
                we_will="When a worker changes, you will meet the new one together with the old one.",
                we_will_not="You asked to choose your own social worker. We cannot promise that.",
                why_not=(
                    "There are not enough workers. You can ask to change. You get an answer in two "
                    "weeks, and an advocate can help you ask."
                ),
                next="We will ask you again whether this has happened.",
                thanks="We are sorry some of you had to say it more than once. Thank you for saying it.",
            ),
            ToldWords(
                "ur",
                you_said=(
                    "آپ میں سے {answered} نے ہمیں اپنے سوشل ورکر کے بارے میں بتایا۔ آپ نے کہا کہ ورکر "
                    "بار بار بدلتے ہیں اور آپ کو اپنی کہانی پھر سے سنانی پڑتی ہے۔ آپ نے کہا کہ وہ ہمیشہ "
                    "وقت پر نہیں آتے، اور کچھ کو معلوم نہیں کہ ان کا ورکر کون ہے۔ آپ نے ان ورکروں کے "
                    "بارے میں بھی بتایا جو سنتے ہیں۔"
                ),
                we_did="ہم نے ہر بچے کے لیے ایک کارڈ بنایا جس پر اس کے ورکر کا نام، تصویر اور نمبر ہے۔",
                we_will="جب ورکر بدلے گا تو آپ نئے ورکر سے پرانے ورکر کے ساتھ ملیں گے۔",
                we_will_not=(
                    "آپ نے کہا کہ آپ اپنا سوشل ورکر خود چننا چاہتے ہیں۔ ہم یہ وعدہ نہیں کر سکتے۔"
                ),
                why_not=(
                    "ورکر کافی نہیں ہیں۔ آپ بدلنے کو کہہ سکتے ہیں۔ دو ہفتوں میں جواب ملے گا، اور ایک "
                    "ایڈووکیٹ آپ کی مدد کر سکتا ہے۔"
                ),
                next="ہم آپ سے پھر پوچھیں گے کہ کیا ایسا ہوا۔",
                thanks="ہمیں افسوس ہے کہ آپ میں سے کچھ کو یہ بات ایک سے زیادہ بار کہنی پڑی۔ کہنے کا شکریہ۔",
            ),
        ),
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
        themes={
            "Workers keep changing": ReplyPart.WE_WILL,
            "Turning up and texting back": ReplyPart.WE_WILL,
            "Who is my worker?": ReplyPart.WE_DID,
            "Private means private": "We are still asking who may read what. You hear in our next reply.",
            "Someone who listens": "You told us what goes well. Nothing has to change.",
            "Brothers, sisters, family": "We answered this in our reply about where you live.",
            "Nothing comes back": ReplyPart.NEXT,
        },
        easy={},
    ),
    ToldReply(
        consultation="how-is-it-where-i-live",
        published=-101,
        read_first=True,
        words=(
            ToldWords(
                "en",
                you_said=(
                    "{answered} of you told us about where you live. You said moves come with no "
                    "warning and things go in bin bags. You want time with brothers and sisters "
                    "somewhere normal. You told us what makes a place feel like yours."
                ),
                heard_from_few=(
                    "A small number of you told us that you cannot eat or pray where you live as "
                    "you do at home. We kept that, because it matters as much."
                ),
                we_did="Suitcases are now in every home and office.",
                we_will="We will stop using the centre as the usual place to meet family.",
                we_will_not="We will not promise that nobody will ever move quickly.",
                why_not=(
                    "Sometimes a place is not safe. If it happens, someone must tell you why the "
                    "same day."
                ),
                next="We will ask you in three months if this is true.",
                thanks="This answer came a week late. We are sorry. Thank you for telling us.",
                age_bands=("11-17",),
            ),
            ToldWords(
                "ur",
                you_said=(
                    "آپ میں سے {answered} نے بتایا کہ آپ جہاں رہتے ہیں وہاں کیسا ہے۔ آپ نے کہا کہ گھر "
                    "اچانک بدلا جاتا ہے اور چیزیں کچرے کے تھیلوں میں جاتی ہیں۔ آپ بہن بھائیوں سے کسی عام "
                    "جگہ ملنا چاہتے ہیں۔ آپ نے بتایا کہ کیا چیز کسی جگہ کو اپنا بناتی ہے۔"
                ),
                heard_from_few=(
                    "آپ میں سے چند نے کہا کہ جہاں وہ رہتے ہیں وہاں گھر کی طرح کھا یا عبادت نہیں کر "
                    "سکتے۔ ہم نے یہ بات رکھی، کیونکہ یہ بھی اتنی ہی اہم ہے۔"
                ),
                we_did="اب ہر گھر اور دفتر میں سوٹ کیس موجود ہیں۔",
                we_will="ہم گھر والوں سے ملنے کے لیے سینٹر کو عام جگہ کے طور پر استعمال کرنا بند کریں گے۔",
                we_will_not=(
                    "ہم یہ وعدہ نہیں کریں گے کہ کوئی کبھی جلدی میں گھر نہیں بدلے گا۔"
                ),
                why_not=(
                    "کبھی کوئی جگہ محفوظ نہیں ہوتی۔ ایسا ہو تو اسی دن کسی کو آپ کو وجہ بتانی ہوگی۔"
                ),
                next="ہم تین مہینے میں آپ سے پوچھیں گے کہ کیا یہ سچ ہے۔",
                thanks="یہ جواب ایک ہفتہ دیر سے آیا۔ ہم معذرت چاہتے ہیں۔ بتانے کا شکریہ۔",
                age_bands=("11-17",),
            ),
            ToldWords(
                "en",
                you_said=(
                    "{answered} of you told us about your home. You said you have to move with no "
                    "warning. Your things go in bin bags. You want to see your brothers and sisters "
                    "somewhere nice."
                ),
                heard_from_few="A few of you said you cannot eat or pray as you do at home.",
                we_did="We put a suitcase in every home.",
                we_will="We will help you see your family in nice places, like the park.",
                we_will_not="We cannot say that you will never move fast.",
                why_not="Sometimes a home is not safe. Then we must tell you why on the same day.",
                next="We will ask you in three months if this is true.",
                thanks="This answer is a week late. We are sorry. Thank you for telling us.",
                age_bands=("4-7", "8-11"),
            ),
            ToldWords(
                "ur",
                you_said=(
                    "آپ میں سے {answered} نے ہمیں اپنے گھر کے بارے میں بتایا۔ آپ نے کہا کہ گھر اچانک "
                    "بدلتا ہے۔ آپ کی چیزیں کچرے کے تھیلوں میں جاتی ہیں۔ آپ بہن بھائیوں سے اچھی جگہ ملنا "
                    "چاہتے ہیں۔"
                ),
                heard_from_few="آپ میں سے چند نے کہا کہ وہ گھر کی طرح کھا یا عبادت نہیں کر سکتے۔",
                we_did="ہم نے ہر گھر میں ایک سوٹ کیس رکھا۔",
                we_will="ہم آپ کو گھر والوں سے اچھی جگہ ملائیں گے، جیسے پارک۔",
                we_will_not="ہم یہ نہیں کہہ سکتے کہ گھر کبھی جلدی نہیں بدلے گا۔",
                why_not="کبھی گھر محفوظ نہیں ہوتا۔ تب ہمیں اسی دن آپ کو وجہ بتانی ہوگی۔",
                next="ہم تین مہینے میں پھر پوچھیں گے کہ کیا یہ سچ ہے۔",
                thanks="یہ جواب ایک ہفتہ دیر سے آیا۔ ہم معذرت چاہتے ہیں۔ بتانے کا شکریہ۔",
                age_bands=("4-7", "8-11"),
            ),
        ),
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
        themes={
            "Brothers, sisters, family": ReplyPart.WE_WILL,
            "Moves": ReplyPart.WE_DID,
            "Ordinary life": "The board talks about sleepovers next. You hear after that.",
            "Feeling at home": "You told us what makes a home. We pass it to every carer.",
            "School gets in the way, or is put in the way": "This goes to the schools first.",
            "Nothing comes back": ReplyPart.NEXT,
        },
        easy=EASY_HOME,
    ),
)
