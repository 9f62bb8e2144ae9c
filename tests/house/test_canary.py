"""True counts nobody could mistake: none of them is in anything that others read.

No count here is a multiple of five, so each would stand out wherever it was shown.
"""

import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from surveys.domain.counting import roll_up_all
from tests.factories.accounts import UserFactory
from tests.factories.releases import AnsweredSurveyFactory, answer
from tests.factories.surveys import SurveyMemberFactory
from tests.house.access import BOARD, OWNER
from tests.house.test_nothing_moves import addresses, cited, read

pytestmark = pytest.mark.django_db

YES, NO, HELPED = 2137, 1127, 1114
TRUE = {YES, NO, HELPED, YES + NO, YES + NO + HELPED, YES + HELPED}


class Text(HTMLParser):
    """Gathers what a page says, to eyes and to ears: no address, no id."""

    SAID = ("alt", "title", "aria-label", "value", "content")

    def __init__(self):
        super().__init__()
        self.said = []

    def handle_data(self, data):
        self.said.append(data)

    def handle_starttag(self, tag, attrs):
        self.said += [value for name, value in attrs if name in self.SAID and value]


def said_in(content):
    """Return what a page, a text file or a workbook says."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as book:
            told = ("sheet", "word/document")
            sheets = [
                book.read(n) for n in book.namelist() if any(o in n for o in told)
            ]
        return " ".join(said_in(one) for one in sheets)
    if content.startswith(b"%PDF"):
        return " ".join(one.extract_text() for one in PdfReader(BytesIO(content)).pages)
    words = content.decode()
    if "<" not in words[:200]:
        return words
    text = Text()
    text.feed(words)
    return " ".join(text.said)


def true_numbers_in(content):
    """Return the true counts that are said in it."""
    said = re.sub(r"(?<=\d)[,\u202f](?=\d{3})", "", said_in(content))
    return TRUE & {int(one) for one in re.findall(r"\b\d+\b", said)}


@pytest.fixture
def told():
    """Return a release of 4378 answers in unmistakable parts, cited everywhere."""
    survey = AnsweredSurveyFactory(yes=YES, no=NO)
    answer(survey, yes=HELPED, age_band="8-11", company="helping")
    assert roll_up_all(timezone.now())
    return cited(survey)


def test_no_true_count_is_in_anything_that_others_read(told):
    seen = {("public", one): read(one) for one in told["public"]}
    board = UserFactory(board=True)
    for user, role in ((board, BOARD), (told["owner"], OWNER)):
        for address in addresses(told, role):
            seen[role, address] = read(address, user)
    assert len(seen) > 20
    assert {
        at: found for at, one in seen.items() if (found := true_numbers_in(one))
    } == {}


def test_the_canary_is_seen_by_those_who_run_the_survey(told):
    member = SurveyMemberFactory(survey=told["release"].survey).user
    address = f"/desk/surveys/{told['release'].survey.slug}/results/"
    assert true_numbers_in(read(address, member)) >= {NO, YES + HELPED}
