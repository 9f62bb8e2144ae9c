"""Age bands: their keys stay, their ages only until somebody was asked by them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory
from voice.audit.models import Entry
from voice.audit.place import in_place
from voice.council.domain.bands import keep_band
from voice.council.models import AgeBand
from voice.council.queries.bands import (
    band_called,
    band_choices,
    bands_called,
    every_band,
    overlap_sentence,
    reads_as,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def editor():
    return UserFactory(editor=True)


def test_a_new_house_has_the_four_of_bright_spots():
    assert [(band.key, str(band)) for band in every_band()] == [
        ("4-7", "4 to 7"),
        ("8-11", "8 to 11 (primary)"),
        ("11-17", "11 to 17 (secondary)"),
        ("16-25", "16 to 25 (leaving care)"),
    ]


def test_a_new_band_is_known_by_its_ages_and_recorded(editor):
    band = keep_band(AgeBand(name="older", youngest=18, oldest=25), by=editor)
    assert band.key == "18-25"
    entry = Entry.objects.get(verb="council.keep_band")
    assert (entry.actor, entry.object_id) == (editor, "18-25")
    assert entry.details == {"youngest": 18, "oldest": 25, "offered": True}


def test_a_band_nobody_was_asked_by_takes_other_ages_and_keeps_its_key(editor):
    band = AgeBand.objects.get(key="4-7")
    band.youngest = 3
    keep_band(band, by=editor)
    assert (band_called("4-7"), AgeBand.objects.count()) == ("3 to 7", 4)


def test_ages_young_people_were_asked_by_stay(editor):
    EditionFactory()
    band = AgeBand.objects.get(key="11-17")
    band.oldest = 18
    with pytest.raises(ValidationError, match="have been asked as “11 to 17”"):
        keep_band(band, by=editor)
    band = AgeBand.objects.get(key="11-17")
    band.name, band.is_offered = "teens", False
    keep_band(band, by=editor)
    assert band_called("11-17") == "11 to 17"


@pytest.mark.parametrize(
    ("youngest", "oldest", "says"),
    [
        (9, 8, "The first age must be the lower one."),
        (8, 11, "There is an age band of these ages already."),
        (25, 31, "less than or equal to 30"),
    ],
)
def test_ages_that_cannot_be_are_refused(editor, youngest, oldest, says):
    with pytest.raises(ValidationError, match=says):
        keep_band(AgeBand(youngest=youngest, oldest=oldest), by=editor)
    assert AgeBand.objects.count() == 4


def test_the_database_keeps_no_ages_out_of_order_and_none_twice():
    for youngest, oldest in ((9, 8), (8, 11)):
        with pytest.raises(IntegrityError), transaction.atomic():
            AgeBand.objects.create(key="x", youngest=youngest, oldest=oldest)


def test_what_is_no_longer_offered_is_still_called_and_kept_where_it_was_chosen():
    AgeBand.objects.filter(key="4-7").update(is_offered=False)
    assert [key for key, _name in band_choices()] == ["8-11", "11-17", "16-25"]
    assert band_choices(["4-7"])[0] == ("4-7", "4 to 7")
    assert bands_called(["16-25", "4-7", "1-2"]) == {
        "4-7": "4 to 7",
        "16-25": "16 to 25",
        "1-2": "1–2",
    }


def test_who_fits_two_bands_is_told_plainly():
    assert overlap_sentence(["8-11", "11-17", "16-25"]) == (
        "If you are 11 or 16 or 17, two of these fit you. Choose the one you like."
    )
    assert overlap_sentence(["4-7", "8-11"]) == ""


def test_pages_are_as_large_as_the_oldest_of_a_band_need(editor):
    assert [reads_as(key) for key in ("4-7", "8-11", "11-17", "none")] == [
        "young",
        "primary",
        "grown",
        "grown",
    ]
    AgeBand.objects.create(key="little", youngest=3, oldest=6)
    AgeBand.objects.create(key="middle", youngest=6, oldest=10)
    assert (reads_as("little"), reads_as("middle")) == ("young", "primary")


def test_bands_are_read_once_a_page_and_again_after_a_change(
    rf, django_assert_num_queries, editor
):
    with in_place(rf.get("/")):
        with django_assert_num_queries(1):
            assert band_called("4-7") == "4 to 7"
            assert band_called("8-11") == "8 to 11"
        band = AgeBand.objects.get(key="4-7")
        band.youngest = 5
        keep_band(band, by=editor)
        assert band_called("4-7") == "5 to 7"
