"""The reply about home in easy read: a picture and a short sentence a row."""

from voice.council.enums import EasyPicture
from voice.demonstration.story.told_replies import ToldRow
from voice.replies.enums import ReplyPart

SAID, FEW, DID = ReplyPart.YOU_SAID, ReplyPart.HEARD_FROM_FEW, ReplyPart.WE_DID
WILL, WILL_NOT = ReplyPart.WE_WILL, ReplyPart.WE_WILL_NOT
NEXT, THANKS = ReplyPart.NEXT, ReplyPart.THANKS

EASY_HOME = {
    "en": (
        ToldRow(SAID, EasyPicture.MOVING, "You move home with no warning."),
        ToldRow(SAID, EasyPicture.FAMILY, "You want to see your family more."),
        ToldRow(FEW, EasyPicture.HOME, "A few of you cannot eat or pray as at home."),
        ToldRow(DID, EasyPicture.DONE, "There is a suitcase in every home now."),
        ToldRow(WILL, EasyPicture.PROMISE, "We will find nice places to meet family."),
        ToldRow(
            WILL_NOT, EasyPicture.SAFE, "You may still move fast if a home is not safe."
        ),
        ToldRow(NEXT, EasyPicture.ASKING, "We will ask you again in three months."),
        ToldRow(
            THANKS, EasyPicture.TALKING, "Sorry we were late. Thank you for telling us."
        ),
    ),
    "ur": (
        ToldRow(SAID, EasyPicture.MOVING, "آپ کا گھر اچانک بدلتا ہے۔"),
        ToldRow(SAID, EasyPicture.FAMILY, "آپ گھر والوں سے زیادہ ملنا چاہتے ہیں۔"),
        ToldRow(
            FEW, EasyPicture.HOME, "آپ میں سے چند گھر کی طرح کھا یا عبادت نہیں کر سکتے۔"
        ),
        ToldRow(DID, EasyPicture.DONE, "اب ہر گھر میں ایک سوٹ کیس ہے۔"),
        ToldRow(
            WILL, EasyPicture.PROMISE, "ہم گھر والوں سے ملنے کی اچھی جگہیں ڈھونڈیں گے۔"
        ),
        ToldRow(
            WILL_NOT, EasyPicture.SAFE, "گھر محفوظ نہ ہو تو آپ کو جلدی جانا پڑ سکتا ہے۔"
        ),
        ToldRow(NEXT, EasyPicture.ASKING, "ہم تین مہینے میں آپ سے پھر پوچھیں گے۔"),
        ToldRow(THANKS, EasyPicture.TALKING, "دیر کے لیے معذرت۔ بتانے کا شکریہ۔"),
    ),
}
