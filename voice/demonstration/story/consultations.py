"""Three consultations; days are counted from the day the demonstration is built."""

from typing import NamedTuple

from voice.council.enums import Colour


class ConsultationWords(NamedTuple):
    """A consultation's words in one language."""

    title: str
    asking: str
    why: str
    how_safe: str
    left_out: str
    how_to_say: str
    who_listens: str
    can_change: str
    cannot_change: str
    decision_maker: str
    who_reads: str
    asked_who: str
    missing: str


class ToldConsultation(NamedTuple):
    """One consultation of the story."""

    slug: str
    colour: Colour
    asked: int
    opens: int
    closes: int
    reply_due: int
    words: dict[str, ConsultationWords]


WHO_READS = "Two participation workers, whose job is to listen."
WHO_READS_UR = "دو کارکن جن کا کام سننا ہے۔"
HOW_SAFE = "You choose where you answer and who is with you. Skip any question, and leave the page with one tap."
HOW_SAFE_UR = "آپ خود چنتے ہیں کہ کہاں جواب دیں اور آپ کے ساتھ کون ہو۔ کوئی بھی سوال چھوڑ دیں، اور ایک ٹیپ میں صفحہ چھوڑ دیں۔"
HOW_TO_SAY = "By choosing, in writing, with your voice or on paper. A worker helps you if you want."
HOW_TO_SAY_UR = (
    "جواب چن کر، لکھ کر، اپنی آواز میں یا کاغذ پر۔ آپ چاہیں تو کارکن آپ کی مدد کرتا ہے۔"
)

WORKER = ToldConsultation(
    slug="my-social-worker-and-me",
    colour=Colour.PLUM,
    asked=470,
    opens=-300,
    closes=-272,
    reply_due=-230,
    words={
        "en": ConsultationWords(
            title="My social worker and me",
            asking="What is it like to have a social worker? What should they do more of, or stop?",
            why="Last time we asked, many of you heard nothing back. This time you will.",
            how_safe=HOW_SAFE,
            left_out="Those placed far away. A worker rings, or comes with a tablet.",
            how_to_say=HOW_TO_SAY,
            who_listens="The Head of Social Work hears it all, and decides how workers start and hand over.",
            can_change="How workers start, keep in touch and hand over.",
            cannot_change="Who is in care. A court decides that.",
            decision_maker="Head of Social Work",
            who_reads=WHO_READS,
            asked_who="8 to 17, in care or on a plan",
            missing="Those living outside Calderwick",
        ),
        "ur": ConsultationWords(
            title="میں اور میرے سوشل ورکر",
            asking="سوشل ورکر کا ہونا کیسا ہے؟ انہیں کیا زیادہ کرنا چاہیے، یا کیا بند کرنا چاہیے؟",
            why="پچھلی بار جب ہم نے پوچھا تو آپ میں سے بہت سوں کو کوئی جواب نہیں ملا۔ اس بار ملے گا۔",
            how_safe=HOW_SAFE_UR,
            left_out="جو دور رہتے ہیں۔ کارکن فون کرتا ہے، یا ٹیبلٹ لے کر آتا ہے۔",
            how_to_say=HOW_TO_SAY_UR,
            who_listens="سوشل ورک کے سربراہ سب کچھ سنتے ہیں، اور طے کرتے ہیں کہ ورکر کیسے شروع کریں اور کام سونپیں۔",
            can_change="ورکر کیسے شروع کرتے ہیں، رابطے میں رہتے ہیں اور کام دوسرے کو سونپتے ہیں۔",
            cannot_change="کون کیئر میں ہے۔ یہ فیصلہ عدالت کرتی ہے۔",
            decision_maker="سوشل ورک کے سربراہ",
            who_reads=WHO_READS_UR,
            asked_who="8 سے 17 سال، کیئر میں یا پلان پر",
            missing="کالڈروِک سے باہر رہنے والے",
        ),
    },
)

HOME = ToldConsultation(
    slug="how-is-it-where-i-live",
    colour=Colour.INDIGO,
    asked=540,
    opens=-180,
    closes=-150,
    reply_due=-108,
    words={
        "en": ConsultationWords(
            title="How is it where I live",
            asking="What is good where you live, and what would make it better?",
            why="You told us moves and rules at home get in the way of an ordinary life.",
            how_safe=HOW_SAFE,
            left_out="Disabled children. A worker who knows them sits with them, with pictures.",
            how_to_say=HOW_TO_SAY,
            who_listens="The Head of Fostering and Homes hears it all, and can change the rules at home. Money for new homes is for councillors to decide.",
            can_change="How moves happen, rules at home, and time with family.",
            cannot_change="A court's decision about where you live.",
            decision_maker="Head of Fostering and Homes",
            who_reads=WHO_READS,
            asked_who="4 to 17, in care",
            missing="Disabled children",
        ),
        "ur": ConsultationWords(
            title="جہاں میں رہتا ہوں وہاں کیسا ہے",
            asking="جہاں آپ رہتے ہیں وہاں کیا اچھا ہے، اور کیا چیز اسے بہتر بنائے گی؟",
            why="آپ نے بتایا کہ گھر بدلنا اور گھر کے قاعدے عام زندگی میں رکاوٹ بنتے ہیں۔",
            how_safe=HOW_SAFE_UR,
            left_out="معذور بچے۔ جو کارکن انہیں جانتا ہے وہ تصویروں کے ساتھ ان کے پاس بیٹھتا ہے۔",
            how_to_say=HOW_TO_SAY_UR,
            who_listens="فوسٹرنگ اور ہومز کے سربراہ سب کچھ سنتے ہیں، اور گھر کے قاعدے بدل سکتے ہیں۔ نئے گھروں کے پیسے کونسلر طے کرتے ہیں۔",
            can_change="گھر کیسے بدلا جاتا ہے، گھر کے قاعدے، اور گھر والوں کے ساتھ وقت۔",
            cannot_change="عدالت کا یہ فیصلہ کہ آپ کہاں رہیں گے۔",
            decision_maker="فوسٹرنگ اور ہومز کے سربراہ",
            who_reads=WHO_READS_UR,
            asked_who="4 سے 17 سال، کیئر میں",
            missing="معذور بچے",
        ),
    },
)

LEAVING = ToldConsultation(
    slug="leaving-care-my-way",
    colour=Colour.TEAL,
    asked=1150,
    opens=-10,
    closes=18,
    reply_due=60,
    words={
        "en": ConsultationWords(
            title="Leaving care, my way",
            asking="Tell us what would make moving out of care easier.",
            why="The first month on your own is when most of you say you felt let down.",
            how_safe=HOW_SAFE,
            left_out="Young men of 21 to 25. We ask at the job club and the gym too.",
            how_to_say=HOW_TO_SAY,
            who_listens="The Head of Leaving Care hears it all, and decides about the grant and the first month.",
            can_change="The grant, the first month, and company when you need it.",
            cannot_change="Benefit rules. The government decides those.",
            decision_maker="Head of Leaving Care",
            who_reads=WHO_READS,
            asked_who="16 to 25, leaving care or left",
            missing="Young men of 21 to 25",
        ),
        "ur": ConsultationWords(
            title="کیئر چھوڑنا، میرے طریقے سے",
            asking="ہمیں بتائیں کہ کیئر سے نکلنا کس چیز سے آسان ہوگا۔",
            why="آپ میں سے اکثر کہتے ہیں کہ اکیلے رہنے کا پہلا مہینہ سب سے مشکل تھا۔",
            how_safe=HOW_SAFE_UR,
            left_out="21 سے 25 سال کے نوجوان مرد۔ ہم جاب کلب اور جم میں بھی پوچھتے ہیں۔",
            how_to_say=HOW_TO_SAY_UR,
            who_listens="لیونگ کیئر کے سربراہ سب کچھ سنتے ہیں، اور گرانٹ اور پہلے مہینے کا فیصلہ کرتے ہیں۔",
            can_change="گرانٹ، پہلا مہینہ، اور جب ضرورت ہو تو ساتھ۔",
            cannot_change="سرکاری مالی مدد کے قاعدے۔ یہ حکومت طے کرتی ہے۔",
            decision_maker="لیونگ کیئر کے سربراہ",
            who_reads=WHO_READS_UR,
            asked_who="16 سے 25 سال، کیئر چھوڑ رہے یا چھوڑ چکے",
            missing="21 سے 25 سال کے نوجوان مرد",
        ),
        "pl": ConsultationWords(
            title="Wyjście z pieczy, po mojemu",
            asking="Powiedz nam, co ułatwi wyjście z pieczy (care).",
            why="Mówicie nam, że najtrudniejszy jest pierwszy miesiąc na swoim.",
            how_safe="Ty wybierasz, gdzie odpowiadasz i kto jest z tobą. Możesz pominąć każde pytanie i jednym dotknięciem opuścić stronę.",
            left_out="Młodzi mężczyźni w wieku od 21 do 25 lat. Pytamy też w klubie pracy i na siłowni.",
            how_to_say="Wybierając odpowiedzi, pisząc, głosem albo na papierze. Pracownik pomoże ci, jeśli chcesz.",
            who_listens="Kierownictwo zespołu Leaving Care słyszy wszystko i decyduje o dodatku oraz o pierwszym miesiącu.",
            can_change="Dodatek pieniężny, pierwszy miesiąc i towarzystwo, gdy go potrzebujesz.",
            cannot_change="Zasady zasiłków. Ustala je rząd.",
            decision_maker="Kierownictwo zespołu Leaving Care",
            who_reads="Dwie osoby, których praca to słuchanie.",
            asked_who="16 do 25 lat, w trakcie wychodzenia z pieczy albo po wyjściu",
            missing="Młodzi mężczyźni w wieku od 21 do 25 lat",
        ),
    },
)

GOOD_DAY = ToldConsultation(
    slug="a-good-day",
    colour=Colour.MOSS,
    asked=34,
    opens=-1,
    closes=27,
    reply_due=70,
    words={
        "en": ConsultationWords(
            title="A good day",
            asking="What makes a good day for you?",
            why="We want more good days in our homes.",
            how_safe=HOW_SAFE,
            left_out="Those who do not talk much. They can draw, or point at a picture.",
            how_to_say="By tapping a face or a picture, by drawing, or by telling a grown-up you like.",
            who_listens="The Head of Fostering and Homes hears it, and can change what we play and eat.",
            can_change="What we play, what we eat, and who is there.",
            cannot_change="Where you live. A court decides that.",
            decision_maker="Head of Fostering and Homes",
            who_reads=WHO_READS,
            asked_who="4 to 7, in care",
            missing="Nobody has answered yet",
        ),
        "ur": ConsultationWords(
            title="ایک اچھا دن",
            asking="آپ کے لیے اچھا دن کیسا ہوتا ہے؟",
            why="ہم چاہتے ہیں کہ ہمارے گھروں میں زیادہ اچھے دن ہوں۔",
            how_safe=HOW_SAFE_UR,
            left_out="جو زیادہ بات نہیں کرتے۔ وہ تصویر بنا سکتے ہیں، یا تصویر پر انگلی رکھ سکتے ہیں۔",
            how_to_say="چہرے یا تصویر کو چھو کر، تصویر بنا کر، یا کسی ایسے بڑے کو بتا کر جو آپ کو اچھا لگتا ہے۔",
            who_listens="فوسٹرنگ اور ہومز کے سربراہ سنتے ہیں، اور بدل سکتے ہیں کہ ہم کیا کھیلتے اور کھاتے ہیں۔",
            can_change="ہم کیا کھیلتے ہیں، کیا کھاتے ہیں، اور کون ساتھ ہوتا ہے۔",
            cannot_change="آپ کہاں رہتے ہیں۔ یہ فیصلہ عدالت کرتی ہے۔",
            decision_maker="فوسٹرنگ اور ہومز کے سربراہ",
            who_reads=WHO_READS_UR,
            asked_who="4 سے 7 سال، کیئر میں",
            missing="ابھی کسی نے جواب نہیں دیا",
        ),
    },
)

CONSULTATIONS = (WORKER, HOME, LEAVING, GOOD_DAY)
URDU_READER = "Shabana Mirza (invented)"
