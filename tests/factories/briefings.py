"""Makes briefings as people write them, and papers as they are frozen."""

import factory

from tests.factories.accounts import UserFactory
from tests.factories.surveys import in_days
from voice.briefings.domain.issuing import approve_briefing, issue_briefing
from voice.briefings.domain.sections import Chosen, add_sections
from voice.briefings.enums import SectionKind
from voice.briefings.logic.paper import paper_of
from voice.briefings.models import Briefing
from voice.briefings.queries.readiness import readiness_of
from voice.council.enums import EasyPicture
from voice.releases.logic.protected import ENGLISH, Code

URDU = {
    Code.COUNT: "{number}",
    Code.FEWER_THAN: "{number} سے کم",
    Code.PERCENT: "{number}%",
    Code.FEW: "چند",
    Code.SMALL_GROUP: "تھوڑے سے",
}
WORDS = {"en": ENGLISH, "ur": URDU}

SAID = {
    "en": {
        "title": "What children told us about moving",
        "subtitle": "For the Improvement Board",
        "heading": "Workers keep changing",
        "commentary": "Children ask to meet the next worker before the last one goes.",
        "reach": "Who answered",
        "sentence": "150 of about 470 children answered: a prompt to ask, not a measure.",
        "asked_who": "8 to 17 in care",
        "missing": "Children placed far from here",
        "table": "What children say of their workers",
        "question": "Do you know your worker?",
        "note": "Released on 1 March 2026. Counts are rounded.",
        "label": "Answer",
        "columns": ["Children", "Share"],
        "rows": ["Yes", "No", "Not sure"],
        "promised": "What we promised",
        "promise": "Every move with a proper bag, not a bin bag.",
        "late": "20 days late",
        "owner": "Head of Fostering and Homes, by 1 February 2026",
        "careful": "Results of one survey were recalled and are left out.",
        "easy": "We asked children about their worker.",
        "picture": "Two people talking at a table",
    },
    "ur": {
        "title": "بچوں نے منتقل ہونے کے بارے میں کیا بتایا",
        "subtitle": "بہتری بورڈ کے لیے",
        "heading": "کارکن بدلتے رہتے ہیں",
        "commentary": "بچے چاہتے ہیں کہ نئے کارکن سے پہلے ہی مل لیں۔",
        "reach": "کس نے جواب دیا",
        "sentence": "تقریباً 470 بچوں میں سے 150 نے جواب دیا: پوچھنے کی وجہ، پیمائش نہیں۔",
        "asked_who": "نگہداشت میں 8 سے 17 سال کے بچے",
        "missing": "وہ بچے جو یہاں سے دور رہتے ہیں",
        "table": "بچے اپنے کارکنوں کے بارے میں کیا کہتے ہیں",
        "question": "کیا آپ اپنے کارکن کو جانتے ہیں؟",
        "note": "1 مارچ 2026 کو جاری ہوا۔ گنتیاں قریب ترین 5 تک ہیں۔",
        "label": "جواب",
        "columns": ["بچے", "حصہ"],
        "rows": ["ہاں", "نہیں", "یقین نہیں"],
        "promised": "ہم نے کیا وعدہ کیا",
        "promise": "ہر منتقلی ایک اچھے بیگ کے ساتھ۔",
        "late": "20 دن دیر",
        "owner": "سربراہ، 1 فروری 2026 تک",
        "careful": "ایک سروے کے نتائج واپس لے لیے گئے اور شامل نہیں۔",
        "easy": "ہم نے بچوں سے ان کے کارکن کے بارے میں پوچھا۔",
        "picture": "دو لوگ میز پر بات کر رہے ہیں",
    },
}


def told(code, number=None, language="en"):
    """Return a told value in the language of a paper."""
    return {
        "code": code,
        "number": number,
        "words": WORDS[language][code].format(number=number),
    }


def a_paper(language="en", **more):
    """Return a paper with a block of each kind, in English or Urdu."""
    said = SAID[language]
    given = {
        "title": said["title"],
        "subtitle": said["subtitle"],
        "organisation": "Calderwick Council",
        "date": "2026-03-14",
        "language": language,
        "blocks": every_block(said, language),
        "sources": [a_source()],
    }
    return paper_of(**(given | more))


def a_source(number=1):
    """Return the release that the blocks stand on."""
    return {
        "number": number,
        "consultation": "How is it where I live?",
        "survey": "How is it where I live?",
        "release": 1,
        "hash": "a1" * 32,
        "issued_on": "2026-03-01",
    }


def every_block(said, language):
    """Return a block of each kind."""
    return [
        {"kind": "heading", "level": 2, "text": said["heading"]},
        {
            "kind": "easy",
            "picture": "talking",
            "alternative": said["picture"],
            "text": said["easy"],
        },
        {"kind": "text", "text": said["commentary"], "ours": True},
        figures(said, language),
        {
            "kind": "quote",
            "words": "come wen u say ur coming",
            "language": "en",
            "translation": "" if language == "en" else "جب کہیں تب آئیں",
            "about": said["question"],
            "source": 1,
        },
        {
            "kind": "quote",
            "words": "میں چاہتی ہوں کہ وہ نہ بدلے",
            "language": "ur",
            "translation": "I want her not to change" if language == "en" else "",
            "source": 1,
        },
        {"kind": "heading", "level": 3, "text": said["reach"]},
        {
            "kind": "reach",
            "consultation": "How is it where I live?",
            "answered": told("count", 150, language),
            "asked": told("count", 470, language),
            "share": told("percent", 30, language),
            "sentence": said["sentence"],
            "asked_who": said["asked_who"],
            "missing": said["missing"],
            "source": 1,
        },
        {"kind": "heading", "level": 2, "text": said["promised"]},
        {
            "kind": "list",
            "ordered": False,
            "items": [
                {
                    "text": said["promise"],
                    "status": said["late"],
                    "detail": said["owner"],
                }
            ],
        },
        {"kind": "note", "tone": "careful", "text": said["careful"]},
    ]


def figures(said, language):
    """Return a table: two rows in figures, one in words."""
    yes, no, unsure = said["rows"]
    return {
        "kind": "figures",
        "title": said["table"],
        "question": said["question"],
        "note": said["note"],
        "label": said["label"],
        "columns": said["columns"],
        "base": told("count", 145, language),
        "source": 1,
        "rows": [
            {
                "label": yes,
                "told": [
                    told("count", 95, language),
                    told("percent", 65, language),
                ],
                "share": 65,
            },
            {
                "label": no,
                "told": [
                    told("count", 50, language),
                    told("percent", 35, language),
                ],
                "share": 35,
            },
            {
                "label": unsure,
                "told": [
                    told("fewer_than", 10, language),
                    told("few", language=language),
                ],
                "share": None,
            },
        ],
    }


class BriefingFactory(factory.django.DjangoModelFactory):
    """A briefing being written, without sections; its writer began it."""

    class Meta:
        model = Briefing
        skip_postgeneration_save = True

    title = "What children told us about moving"
    audience = "Improvement Board"
    meeting_on = factory.LazyFunction(lambda: in_days(7))
    begun_by = factory.SubFactory(UserFactory, worker=True)

    @factory.post_generation
    def writer(self, create, extracted, **kwargs):
        """Remember who began it as a writer."""
        self.writers.add(self.begun_by)


def section_of(briefing, kind, **more):
    """Return a section added to a briefing, with words written in it."""
    made_from = {name: more.pop(name, None) for name in ("key_theme", "release")}
    chosen = Chosen(SectionKind(kind), **made_from)
    [section] = add_sections(briefing, chosen=[chosen], by=briefing.begun_by)
    for name, value in more.items():
        setattr(section, name, value)
    section.save()
    return section


def approved(briefing, *, by=None, names_looked_at=True):
    """Return a briefing that a second person read and approved."""
    return approve_briefing(
        briefing,
        seen=readiness_of(briefing).paper["hash"],
        names_looked_at=names_looked_at,
        by=by or UserFactory(worker=True),
    )


def issued(briefing):
    """Return a briefing that a second person approved, and issued."""
    second = UserFactory(worker=True)
    return issue_briefing(approved(briefing, by=second), by=second)


def issued_on(release, key_theme):
    """Return an issued briefing that tells all there is of a release and a key theme."""
    briefing = BriefingFactory(statement=key_theme.statement)
    for kind in SectionKind.of_a_release():
        section_of(briefing, kind, release=release)
    for kind in (SectionKind.KEY_THEME, SectionKind.PROMISES, SectionKind.MEASURES):
        section_of(briefing, kind, key_theme=key_theme)
    easy = {"easy_words": "Young people told us.", "easy_picture": EasyPicture.TALKING}
    section_of(briefing, SectionKind.COMMENTARY, commentary="We heard them.", **easy)
    return issued(briefing)
