"""Makes papers as they are frozen."""

from voice.briefings.logic.paper import paper_of
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
