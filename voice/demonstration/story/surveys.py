"""What is asked in each consultation, in English and in Urdu."""

from surveys.enums import Mode, QuestionKind
from voice.demonstration.story.good_day import GOOD_DAY, HAPPY
from voice.demonstration.story.told_surveys import ToldQuestion, ToldSurvey

# Key themes of the story's Statement, by number.
LIVED, PRACTICE = 1, 2

YES_NO = {
    "yes": ("Yes", "ہاں"),
    "no": ("No", "نہیں"),
    "not_sure": ("Not sure", "یقین نہیں"),
}
THANKS = (
    "What you said goes to the people who can change things. We will tell you what they do.",
    "آپ کی بات ان لوگوں تک جائے گی جو چیزیں بدل سکتے ہیں۔ ہم آپ کو بتائیں گے کہ وہ کیا کرتے ہیں۔",
)
SUPPORT = ToldQuestion(
    kind=QuestionKind.MESSAGE,
    key="if_it_is_hard",
    prompt=(
        "Some of this can be hard to think about",
        "ان میں سے کچھ باتیں سوچنا مشکل ہو سکتا ہے",
    ),
    help=(
        "You can talk to someone now. Childline is free, day and night: 0800 1111.",
        "آپ ابھی کسی سے بات کر سکتے ہیں۔ چائلڈ لائن مفت ہے، دن رات: 0800 1111۔",
    ),
)

WORKER = ToldSurvey(
    slug="my-social-worker-and-me",
    consultation="my-social-worker-and-me",
    title=("My social worker and me", "میں اور میرے سوشل ورکر"),
    introduction=(
        "Six short screens about your social worker. Skip anything you like.",
        "آپ کے سوشل ورکر کے بارے میں چھ مختصر صفحے۔ جو چاہیں چھوڑ دیں۔",
    ),
    thanks=THANKS,
    mode=Mode.NAME_NOT_ASKED,
    age_bands=("8-11", "11-17"),
    band_weights=(35, 65),
    questions=(
        ToldQuestion(
            kind=QuestionKind.SINGLE,
            key="know_worker",
            decision="How children are told who their worker is, and how quickly.",
            key_theme=PRACTICE,
            prompt=(
                "Do you know who your social worker is?",
                "کیا آپ جانتے ہیں کہ آپ کا سوشل ورکر کون ہے؟",
            ),
            options=YES_NO,
            weights=(65, 20, 15),
        ),
        ToldQuestion(
            kind=QuestionKind.FACES,
            key="listens",
            decision="What workers are trained in this year.",
            key_theme=PRACTICE,
            prompt=(
                "How happy are you with the way your worker listens?",
                "آپ کا ورکر جس طرح سنتا ہے، اس سے آپ کتنے خوش ہیں؟",
            ),
            options=HAPPY,
            weights=(22, 18, 25, 22, 13),
        ),
        ToldQuestion(
            kind=QuestionKind.SEVERAL,
            key="what_helps",
            decision="What managers look for when they see how a worker works.",
            key_theme=PRACTICE,
            prompt=("What helps you most?", "آپ کی سب سے زیادہ مدد کیا چیز کرتی ہے؟"),
            options={
                "texts": ("Texting me back", "میرے میسج کا جواب دینا"),
                "on_time": ("Coming when they said", "جب کہا تب آنا"),
                "same_worker": (
                    "The same worker for longer",
                    "ایک ہی ورکر زیادہ عرصے تک",
                ),
                "listening": ("Listening to me", "میری بات سننا"),
                "fun": ("Doing something fun together", "مل کر کچھ مزے کا کرنا"),
            },
            weights=(55, 50, 60, 50, 30),
        ),
        ToldQuestion(
            kind=QuestionKind.SCALE,
            key="private",
            decision="What we tell young people about who reads what is written.",
            key_theme=PRACTICE,
            prompt=(
                "How sure are you that private things stay private?",
                "آپ کو کتنا یقین ہے کہ نجی باتیں نجی رہتی ہیں؟",
            ),
            low=("Not sure at all", "بالکل یقین نہیں"),
            high=("Completely sure", "پورا یقین"),
            weights=(6, 4, 7, 9, 10, 16, 12, 12, 11, 6, 7),
        ),
        ToldQuestion(
            kind=QuestionKind.LONG_TEXT,
            key="more_or_stop",
            decision="The promises our social workers make.",
            key_theme=PRACTICE,
            prompt=(
                "What should your social worker do more of, or stop?",
                "آپ کے سوشل ورکر کو کیا زیادہ کرنا چاہیے، یا کیا بند کرنا چاہیے؟",
            ),
            help=(
                "Write as much or as little as you like.",
                "جتنا چاہیں لکھیں، تھوڑا یا زیادہ۔",
            ),
        ),
        SUPPORT,
    ),
)

HOME = ToldSurvey(
    slug="how-is-it-where-i-live",
    consultation="how-is-it-where-i-live",
    title=("How is it where I live", "جہاں میں رہتا ہوں وہاں کیسا ہے"),
    introduction=(
        "Six short screens about where you live. Skip anything you like.",
        "جہاں آپ رہتے ہیں اس کے بارے میں چھ مختصر صفحے۔ جو چاہیں چھوڑ دیں۔",
    ),
    thanks=THANKS,
    mode=Mode.KNOWN_TO_WORKER,
    age_bands=("4-7", "8-11", "11-17"),
    band_weights=(18, 30, 52),
    assistant=True,
    questions=(
        ToldQuestion(
            kind=QuestionKind.FACES,
            key="feel_at_home",
            decision="Which homes we visit first.",
            key_theme=LIVED,
            prompt=(
                "How happy are you where you live?",
                "جہاں آپ رہتے ہیں وہاں آپ کتنے خوش ہیں؟",
            ),
            options=HAPPY,
            weights=(12, 20, 28, 26, 14),
        ),
        ToldQuestion(
            kind=QuestionKind.SINGLE,
            key="told_before_moving",
            decision="What has to happen before anybody moves.",
            key_theme=LIVED,
            prompt=(
                "Last time you moved, did someone tell you why?",
                "پچھلی بار جب آپ نے گھر بدلا، کیا کسی نے بتایا کہ کیوں؟",
            ),
            options={
                **YES_NO,
                "not_moved": ("I have not moved", "میں نے گھر نہیں بدلا"),
            },
            weights=(30, 38, 14, 18),
        ),
        ToldQuestion(
            kind=QuestionKind.SINGLE,
            key="family_time",
            decision="How family time is planned, and who asks.",
            key_theme=LIVED,
            prompt=(
                "Do you see your brothers, sisters or family as much as you want?",
                "کیا آپ اپنے بہن بھائیوں یا گھر والوں سے اتنا ملتے ہیں جتنا چاہتے ہیں؟",
            ),
            options={
                "yes": ("Yes", "ہاں"),
                "more": ("I want more", "میں زیادہ چاہتا ہوں"),
                "less": ("I want less", "میں کم چاہتا ہوں"),
            },
            weights=(38, 52, 10),
        ),
        ToldQuestion(
            kind=QuestionKind.SEVERAL,
            key="what_is_good",
            decision="What we look for when we find somebody a home.",
            key_theme=LIVED,
            prompt=(
                "What is good where you live?",
                "جہاں آپ رہتے ہیں وہاں کیا اچھا ہے؟",
            ),
            options={
                "my_room": ("My room", "میرا کمرہ"),
                "food": ("The food", "کھانا"),
                "people": ("The people", "لوگ"),
                "pet": ("A pet", "پالتو جانور"),
                "near_friends": ("Near my friends", "دوستوں کے قریب"),
            },
            weights=(60, 45, 55, 25, 35),
        ),
        ToldQuestion(
            kind=QuestionKind.LONG_TEXT,
            key="better",
            decision="What we change in the next three months.",
            key_theme=LIVED,
            prompt=(
                "What would make where you live better?",
                "جہاں آپ رہتے ہیں اسے کیا چیز بہتر بنائے گی؟",
            ),
            help=(
                "Write as much or as little as you like.",
                "جتنا چاہیں لکھیں، تھوڑا یا زیادہ۔",
            ),
        ),
        SUPPORT,
    ),
)

LEAVING = ToldSurvey(
    slug="leaving-care-my-way",
    consultation="leaving-care-my-way",
    title=("Leaving care, my way", "کیئر چھوڑنا، میرے طریقے سے"),
    introduction=(
        "Five short screens about leaving care. Skip anything you like.",
        "کیئر چھوڑنے کے بارے میں پانچ مختصر صفحے۔ جو چاہیں چھوڑ دیں۔",
    ),
    thanks=THANKS,
    mode=Mode.NAME_NOT_ASKED,
    age_bands=("16-25",),
    band_weights=(1,),
    questions=(
        ToldQuestion(
            kind=QuestionKind.SCALE,
            key="ready",
            decision="How early help for living alone begins.",
            key_theme=LIVED,
            prompt=(
                "How ready do you feel to live in your own place?",
                "آپ اپنے گھر میں رہنے کے لیے خود کو کتنا تیار سمجھتے ہیں؟",
            ),
            low=("Not ready at all", "بالکل تیار نہیں"),
            high=("Completely ready", "پوری طرح تیار"),
            weights=(4, 6, 10, 12, 12, 16, 12, 10, 9, 5, 4),
        ),
        ToldQuestion(
            kind=QuestionKind.SEVERAL,
            key="help_with",
            decision="Where the support money goes next year.",
            key_theme=LIVED,
            prompt=("What would you like help with?", "آپ کس چیز میں مدد چاہیں گے؟"),
            options={
                "money": ("Money and bills", "پیسے اور بل"),
                "cooking": ("Cooking", "کھانا پکانا"),
                "company": ("Not being alone", "اکیلا نہ ہونا"),
                "papers": ("Letters and forms", "خط اور فارم"),
                "work": ("Work or study", "کام یا پڑھائی"),
            },
            weights=(65, 30, 45, 55, 40),
        ),
        ToldQuestion(
            kind=QuestionKind.SINGLE,
            key="someone_to_ring",
            decision="How we help people keep those who matter to them.",
            key_theme=LIVED,
            prompt=(
                "Is there someone you can ring at night?",
                "کیا کوئی ہے جسے آپ رات کو فون کر سکیں؟",
            ),
            options=YES_NO,
            weights=(50, 35, 15),
        ),
        ToldQuestion(
            kind=QuestionKind.LONG_TEXT,
            key="easier",
            decision="What goes into our promise to people leaving care.",
            key_theme=LIVED,
            prompt=(
                "What would make leaving care easier?",
                "کیئر چھوڑنا کس چیز سے آسان ہوگا؟",
            ),
            help=(
                "Write as much or as little as you like.",
                "جتنا چاہیں لکھیں، تھوڑا یا زیادہ۔",
            ),
        ),
        SUPPORT,
    ),
)

ANSWERED = (WORKER, HOME, LEAVING)
SURVEYS = (*ANSWERED, GOOD_DAY)
