import pytest
from django.core.exceptions import ValidationError

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory
from voice.council.domain.settings import keep_setting
from voice.council.own_colour import can_be_seen


def said_of(colour):
    with pytest.raises(ValidationError) as refused:
        can_be_seen(colour)
    return refused.value.messages[0]


def test_a_colour_that_can_be_read_is_taken():
    assert can_be_seen("#0a6a63") is None


def test_a_pale_one_is_measured_and_a_nearer_one_named():
    said = said_of("#ffcc00")
    assert "1.4 to 1 on our paper and 1.5 to 1 on white" in said
    assert "Words need 4.5, and even borders need 3.0" in said
    nearest = said.rstrip(".").split()[-1]
    assert can_be_seen(nearest) is None


def test_one_for_borders_alone_is_told_so():
    assert "a fine colour for a border" in said_of("#7c8496")


def test_almost_enough_is_not_rounded_up_to_enough():
    assert "4.4 to 1 on white" in said_of("#777777")


def test_what_is_no_colour_is_told_how_to_write_one():
    assert "as in #0a6a63" in said_of("teal")


@pytest.mark.django_db
def test_council_cannot_be_kept_in_a_colour_nobody_reads():
    council = CouncilFactory(own_colour="#ffcc00")
    with pytest.raises(ValidationError):
        keep_setting(council, by=UserFactory(editor=True))


def test_frame_of_the_browser_takes_the_councils_own_colour():
    assert CouncilFactory.build(own_colour="#7a1f5c").frame_colours[0] == "#7a1f5c"
    assert CouncilFactory.build(colour="moss").frame_colours[0] == "#3b6b1e"
