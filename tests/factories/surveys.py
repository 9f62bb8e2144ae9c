"""Makes consultations, surveys, editions, ways in, responses and comments."""

from datetime import timedelta
from io import BytesIO

import factory
from django.utils import timezone
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from surveys.after_save import comment_saved
from surveys.domain.recordings import keep_recording
from surveys.enums import (
    AnswerState,
    CommentKind,
    InvitationKind,
    MediaType,
    QuestionKind,
    ResponseState,
)
from surveys.logic.room_codes import new_code
from surveys.models import (
    Comment,
    Consultation,
    ConsultationWording,
    Edition,
    GroupSession,
    Invitation,
    PaperSheet,
    Question,
    Recording,
    Response,
    Survey,
    SurveyMember,
)
from tests.factories.accounts import UserFactory, workers_who_run_everything


def in_days(days):
    """Return the date `days` from today."""
    return timezone.localdate() + timedelta(days=days)


def words(prompt, **options):
    """Return the Words of one question in one language."""
    return {"prompt": prompt, "help": "", "options": options, "low": "", "high": ""}


SCALE_WORDS = words("How safe do you feel, 0 to 10?") | {
    "low": "not safe",
    "high": "very safe",
}
DEFINITION = {
    "format": 2,
    "rests": True,
    "mode": "name_not_asked",
    "languages": ["en"],
    "age_bands": ["11-17"],
    "breakdowns": ["age_band"],
    "keeps": {"words": 90, "responses": 730, "contact": 365},
    "wordings": {
        "en": {
            "": {
                "title": "My social worker and me",
                "introduction": "We want to know how it is.",
                "thanks": "Thank you for telling us.",
            }
        }
    },
    "questions": [
        {
            "key": "know_worker",
            "kind": QuestionKind.SINGLE.value,
            "options": ["yes", "no"],
            "decision": "What we change first.",
            "wordings": {
                "en": {"": words("Do you know your worker?", yes="Yes", no="No")}
            },
        },
        {
            "key": "what_helps",
            "kind": QuestionKind.SEVERAL.value,
            "options": ["texts", "visits"],
            "decision": "What we change first.",
            "wordings": {
                "en": {"": words("What helps?", texts="Texts", visits="Visits")}
            },
        },
        {
            "key": "happy",
            "kind": QuestionKind.FACES.value,
            "options": ["1", "2", "3", "4", "5"],
            "decision": "What we change first.",
            "wordings": {
                "en": {
                    "": {
                        "prompt": "How happy are you?",
                        "help": "",
                        "options": {
                            "1": "A little happy",
                            "2": "Quite happy",
                            "3": "Happy",
                            "4": "Very happy",
                            "5": "As happy as can be",
                        },
                        "low": "",
                        "high": "",
                    }
                }
            },
        },
        {
            "key": "safe",
            "kind": QuestionKind.SCALE.value,
            "options": [],
            "decision": "What we change first.",
            "wordings": {"en": {"": SCALE_WORDS}},
        },
        {
            "key": "do_more",
            "kind": QuestionKind.LONG_TEXT.value,
            "options": [],
            "decision": "What we change first.",
            "wordings": {"en": {"": words("What should your worker do more of?")}},
        },
    ],
}


class ConsultationFactory(factory.django.DjangoModelFactory):
    """A consultation that is open now."""

    class Meta:
        model = Consultation

    slug = factory.Sequence(lambda n: f"consultation-{n}")
    title = factory.Sequence(lambda n: f"My social worker and me {n}")
    asking = "How it is with your social worker."
    why = "Too many of you told us your worker keeps changing."
    how_safe = "You choose where you answer, and who is with you."
    left_out = "Those who live far away. A worker visits."
    how_to_say = "By choosing, in writing, by voice or on paper."
    who_listens = "The Head of Social Work hears it all, and decides in May."
    can_change = "How workers start, keep in touch and hand over."
    cannot_change = "Who is in care."
    decision_maker = "Head of Social Work"
    who_reads = "Two participation workers."
    asked_who = "8 to 17 in care or on a plan"
    asked = 470
    missing = "Those living outside Calderwick"
    opens_on = factory.LazyFunction(lambda: in_days(-10))
    closes_on = factory.LazyFunction(lambda: in_days(10))
    reply_due_on = factory.LazyFunction(lambda: in_days(60))

    class Params:
        scheduled = factory.Trait(
            opens_on=factory.LazyFunction(lambda: in_days(5)),
            closes_on=factory.LazyFunction(lambda: in_days(25)),
        )
        closed = factory.Trait(
            opens_on=factory.LazyFunction(lambda: in_days(-60)),
            closes_on=factory.LazyFunction(lambda: in_days(-30)),
        )
        overdue = factory.Trait(
            opens_on=factory.LazyFunction(lambda: in_days(-90)),
            closes_on=factory.LazyFunction(lambda: in_days(-60)),
            reply_due_on=factory.LazyFunction(lambda: in_days(-5)),
        )


class ConsultationWordingFactory(factory.django.DjangoModelFactory):
    """A consultation's words in Urdu."""

    class Meta:
        model = ConsultationWording

    consultation = factory.SubFactory(ConsultationFactory)
    language = "ur"
    title = "میں اور میرے سوشل ورکر"
    asking = "آپ کے سوشل ورکر کے ساتھ کیسا ہے۔"
    why = "ورکر بہت بدلتے ہیں۔"
    how_safe = "آپ خود چنتے ہیں کہ کہاں جواب دیں۔"
    left_out = "جو دور رہتے ہیں۔"
    how_to_say = "لکھ کر یا اپنی آواز میں۔"
    who_listens = "سوشل ورک کے سربراہ سنتے ہیں۔"
    can_change = "ورکر کیسے شروع کرتے ہیں۔"
    cannot_change = "کون کیئر میں ہے۔"
    decision_maker = "سوشل ورک کے سربراہ"
    who_reads = "دو کارکن جن کا کام سننا ہے۔"
    asked_who = "8 سے 17 سال"


class SurveyFactory(factory.django.DjangoModelFactory):
    """A survey with one question of each kind but the message, still a draft.

    Every worker there is runs it, unless `members` names who does.
    """

    class Meta:
        model = Survey
        skip_postgeneration_save = True

    consultation = factory.SubFactory(ConsultationFactory)
    slug = factory.Sequence(lambda n: f"survey-{n}")
    title = "My social worker and me"
    introduction = "We want to know how it is."
    thanks = "Thank you for telling us."
    age_bands = ["11-17"]
    languages = ["en"]
    breakdowns = ["age_band"]
    live = False
    questions = factory.LazyFunction(
        lambda: [stream_block(q) for q in DEFINITION["questions"]]
    )

    @factory.post_generation
    def members(self, create, extracted, **kwargs):
        """Have somebody run it."""
        if not create:
            return
        people = workers_who_run_everything() if extracted is None else extracted
        for user in people:
            SurveyMember.objects.get_or_create(survey=self, user=user)


class SurveyMemberFactory(factory.django.DjangoModelFactory):
    """Somebody who runs one survey: an outsider to every other."""

    class Meta:
        model = SurveyMember
        django_get_or_create = ("survey", "user")

    survey = factory.SubFactory(SurveyFactory, members=[])
    user = factory.SubFactory(UserFactory, outsider=True)


def stream_block(question):
    """Return the StreamField value of one question of DEFINITION."""
    base = question["wordings"]["en"][""]
    value = {"key": question["key"], "prompt": base["prompt"], "help": ""}
    if question["options"]:
        value["options"] = [
            {"key": key, "text": base["options"][key]} for key in question["options"]
        ]
    if question["kind"] == "scale":
        value |= {"low": base["low"], "high": base["high"]}
    value["extras"] = {"decision": question.get("decision", "")}
    return (question["kind"], value)


class EditionFactory(factory.django.DjangoModelFactory):
    """A published edition of DEFINITION, its Question rows with it."""

    class Meta:
        model = Edition
        skip_postgeneration_save = True

    survey = factory.SubFactory(SurveyFactory, live=True)
    number = 1
    definition = factory.LazyFunction(lambda: DEFINITION)
    content_hash = factory.Sequence(lambda n: f"{n:064x}")
    published_by = factory.SubFactory(UserFactory, worker=True)

    @factory.post_generation
    def question_rows(self, create, extracted, **kwargs):
        """Make the Question rows of the definition."""
        if not create:
            return
        for position, question in enumerate(self.definition["questions"]):
            Question.objects.get_or_create(
                survey=self.survey,
                key=question["key"],
                defaults={
                    "kind": question["kind"],
                    "prompt": question["wordings"]["en"][""]["prompt"],
                    "position": position,
                },
            )


class InvitationFactory(factory.django.DjangoModelFactory):
    """An open link to a survey."""

    class Meta:
        model = Invitation

    survey = factory.SubFactory(SurveyFactory)
    made_by = factory.SubFactory(UserFactory, worker=True)


class GroupSessionFactory(factory.django.DjangoModelFactory):
    """A room young people are answering in now, or one that is over, with the trait."""

    class Meta:
        model = GroupSession

    invitation = factory.SubFactory(InvitationFactory, kind=InvitationKind.GROUP)
    code = factory.LazyFunction(new_code)
    closes_at = factory.LazyAttribute(lambda made: made.opened_at + timedelta(hours=2))
    opened_at = factory.LazyFunction(timezone.now)

    class Params:
        over = factory.Trait(
            opened_at=factory.LazyFunction(lambda: timezone.now() - timedelta(hours=5))
        )


def monday():
    """Return the Monday of this week."""
    day = timezone.localdate()
    return day - timedelta(days=day.weekday())


class ResponseFactory(factory.django.DjangoModelFactory):
    """A response under way, or finished with the trait."""

    class Meta:
        model = Response

    edition = factory.SubFactory(EditionFactory)
    invitation = factory.LazyAttribute(
        lambda made: InvitationFactory(survey=made.edition.survey)
    )
    language = "en"
    age_band = "11-17"
    week = factory.LazyFunction(monday)
    capability_hash = factory.Sequence(lambda n: f"{n:064x}")
    touched_at = factory.LazyFunction(timezone.now)

    class Params:
        finished = factory.Trait(
            state=ResponseState.FINISHED,
            capability_hash=None,
            touched_at=None,
            answers={
                "know_worker": {"state": AnswerState.ANSWERED.value, "value": "yes"}
            },
        )


class CommentFactory(factory.django.DjangoModelFactory):
    """A comment, saved as the answering domain saves it (registered hooks run).

    Give `words`; `finished` is True unless said otherwise.
    """

    class Meta:
        model = Comment

    class Params:
        finished = True
        words = "come wen u say"

    response = factory.LazyAttribute(
        lambda made: ResponseFactory(finished=made.finished)
    )
    survey = factory.LazyAttribute(lambda made: made.response.edition.survey)
    question = factory.LazyAttribute(
        lambda made: made.survey.question_rows.get(key="do_more")
    )
    language = "en"
    age_band = "11-17"
    may_quote = True
    week = factory.LazyFunction(monday)

    the_words = factory.SelfAttribute("words")

    @classmethod
    def _create(cls, model_class, *args, the_words, **kwargs):
        """Seal the words, save, and tell the rooms above, as answering does."""
        comment = model_class(*args, **kwargs)
        comment.write(the_words)
        comment.save(force_insert=True)
        comment_saved(comment)
        return comment


def drawing():
    """Return a small PNG, as a phone sends it: with a word hidden in the file."""
    picture = Image.new("RGB", (24, 16), "#0A6A63")
    hidden = PngInfo()
    hidden.add_text("Comment", "taken at home")
    sent = BytesIO()
    picture.save(sent, format="PNG", pnginfo=hidden)
    return sent.getvalue()


def voice():
    """Return the beginning of an Ogg file, enough to be known as one."""
    return b"OggS\x00\x02" + bytes(range(64))


class RecordingFactory(factory.Factory):
    """A voice, or a drawing with the trait, kept as answering will keep it.

    What a CommentFactory takes goes after `comment__`.
    """

    class Meta:
        model = Recording

    class Params:
        drawn = factory.Trait(
            kind=CommentKind.DRAWING,
            media_type=MediaType.PNG,
            content=factory.LazyFunction(drawing),
        )

    comment = factory.SubFactory(CommentFactory, words="")
    kind = CommentKind.VOICE
    media_type = MediaType.OGG
    content = factory.LazyFunction(voice)

    @classmethod
    def _create(cls, model_class, *, comment, **said):
        """Keep it through the domain."""
        return keep_recording(comment, **said)


class PaperSheetFactory(factory.django.DjangoModelFactory):
    """A paper that was keyed once; drawn to be keyed again."""

    class Meta:
        model = PaperSheet

    response = factory.SubFactory(ResponseFactory, finished=True)
    survey = factory.SelfAttribute("response.edition.survey")
    number = factory.Sequence(lambda n: n + 1)
    keyed_by = factory.SubFactory(UserFactory, worker=True)
    is_sample = True
