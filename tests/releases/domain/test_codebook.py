import pytest

from tests.factories.accounts import UserFactory
from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory, tagged
from tests.factories.themes import ThemeFactory
from voice.releases.logic.canonical import content_hash
from voice.releases.models import Release
from voice.releases.queries.releases import ReleaseAltered, verified
from voice.themes.domain.codebooks import retire_theme, word_theme
from voice.themes.domain.merging import merge_themes

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def made(worker):
    """Return an issued release, a theme of its codebook, and a part of that theme."""
    survey = AnsweredSurveyFactory()
    above = tagged(survey, "Home", [], include="moves", exclude="school", example="So.")
    part = ThemeFactory(codebook=above.codebook, name="Bags", parent=above)
    retire_theme(ThemeFactory(codebook=above.codebook, name="Old"), by=worker)
    return ReleaseFactory(survey=survey, issued=True), above, part


def test_a_release_keeps_every_theme_in_use_with_all_its_words(made):
    release, above, _part = made
    (book,) = release.codebook
    assert (book["guid"], book["title"]) == (str(above.codebook.guid), "Codebook")
    assert [theme["name"] for theme in book["themes"]] == [
        "Home",
        "Bags",
        "Something else",
        "No reason given",
    ]
    assert book["themes"][0] == {
        "guid": str(above.guid),
        "key": str(above.pk),
        "name": "Home",
        "sentence": above.sentence,
        "include": "moves",
        "exclude": "school",
        "example": "So.",
        "colour": "indigo",
        "kind": "theme",
        "state": "agreed",
        "heard_from_few": False,
        "parent": "",
    }
    assert book["themes"][1]["parent"] == str(above.guid)


def test_nothing_done_to_the_codebook_later_alters_a_release(made, worker):
    release, above, part = made
    before = Release.objects.values().get(pk=release.pk)
    word_theme(above, name="Elsewhere", sentence="Other words.", by=worker)
    merge_themes(part, into=above, by=worker)
    assert Release.objects.values().get(pk=release.pk) == before
    verified(Release.objects.get(pk=release.pk))


@pytest.mark.parametrize("said", ["anew", None])
def test_a_codebook_that_was_altered_is_found_out(made, said):
    release, _above, _part = made
    books = release.codebook
    books[0]["title"] = said
    altered = books if said else []
    Release.objects.filter(pk=release.pk).update(codebook=altered)
    with pytest.raises(ReleaseAltered):
        verified(Release.objects.get(pk=release.pk))


def test_a_release_from_before_codebooks_were_kept_keeps_its_hash():
    said = {"survey": "1", "number": 1, "tables": {}, "quotes": []}
    assert content_hash(**said, codebook=[]) == content_hash(**said)
    assert content_hash(**said, codebook=[{"title": "x"}]) != content_hash(**said)
