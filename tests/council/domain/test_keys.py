import secrets

import pytest

from tests.factories.surveys import CommentFactory
from voice.council.domain import keys
from voice.council.domain.keys import (
    KeyDestroyed,
    add_version,
    destroy_key,
    open_text,
    open_texts,
    open_texts_left,
    seal_text,
)
from voice.council.enums import KeyPurpose
from voice.council.logic.sealing import CannotOpen
from voice.council.models import DataKey

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
RAW = {"owner": "survey:1", "purpose": KeyPurpose.RAW}


@pytest.fixture(autouse=True)
def _forget():
    keys._unwrapped.cache_clear()


def test_two_ciphertexts_swapped_between_rows_do_not_open():
    one, two = CommentFactory(), CommentFactory()
    two.survey_id = one.survey_id
    two.write("two")
    one.sealed_words, two.sealed_words = two.sealed_words, one.sealed_words
    for comment in (one, two):
        with pytest.raises(CannotOpen):
            comment.read()


def test_ciphertext_moved_to_another_column_does_not_open():
    sealed = seal_text("note", **RAW, bound_to="concern/1/note")
    with pytest.raises(CannotOpen):
        open_text(sealed, **RAW, bound_to="concern/1/words")


def test_ciphertext_of_another_purpose_does_not_open():
    sealed = seal_text("hi", **RAW, bound_to="a")
    seal_text("hi", owner="survey:1", purpose=KeyPurpose.KEPT, bound_to="a")
    with pytest.raises(CannotOpen):
        open_text(sealed, owner="survey:1", purpose=KeyPurpose.KEPT, bound_to="a")


def test_ciphertext_whose_version_was_altered_does_not_open():
    sealed = seal_text("hi", **RAW, bound_to="a")
    add_version(**RAW)
    with pytest.raises(CannotOpen):
        open_text(b"\0\0\0\2" + sealed[4:], **RAW, bound_to="a")


def test_missing_data_key_is_named():
    sealed = seal_text("hi", **RAW, bound_to="a")
    with pytest.raises(CannotOpen, match=r"There is no key survey:1/raw/9\."):
        open_text(b"\0\0\0\x09" + sealed[4:], **RAW, bound_to="a")


def test_missing_master_key_is_named(settings):
    sealed = seal_text("hi", **RAW, bound_to="a")
    settings.MASTER_KEYS = [f"other:{secrets.token_hex(32)}"]
    with pytest.raises(CannotOpen, match=r"“test”.*survey:1/raw/1.*VOICE_MASTER_KEYS"):
        open_text(sealed, **RAW, bound_to="a")


def test_wrong_master_key_of_the_same_name_is_said(settings):
    sealed = seal_text("hi", **RAW, bound_to="a")
    settings.MASTER_KEYS = [f"test:{secrets.token_hex(32)}"]
    with pytest.raises(CannotOpen, match=r"“test”.*is not the one that wrapped"):
        open_text(sealed, **RAW, bound_to="a")


def test_older_versions_open_and_the_newest_seals():
    old = seal_text("old", **RAW, bound_to="a")
    add_version(**RAW)
    new = seal_text("new", **RAW, bound_to="b")
    assert (old[:4], new[:4]) == (b"\0\0\0\1", b"\0\0\0\2")
    assert open_texts([(old, "a"), (new, "b")], **RAW) == ["old", "new"]


def test_opening_many_looks_the_key_up_once(django_assert_num_queries):
    sealed = [(seal_text("x", **RAW, bound_to=str(n)), str(n)) for n in range(20)]
    with django_assert_num_queries(1):
        assert open_texts(sealed, **RAW) == ["x"] * 20


def test_a_search_goes_on_over_words_that_are_gone():
    sealed = seal_text("hi", **RAW, bound_to="a")
    assert open_texts_left([(sealed, "a"), (b"", "b")], **RAW) == ["hi", None]


def test_destroyed_key_is_gone_in_every_version_and_seals_nothing_more():
    sealed = seal_text("hi", **RAW, bound_to="a")
    add_version(**RAW)
    destroy_key(**RAW)
    assert set(DataKey.objects.values_list("wrapped", flat=True)) == {None}
    with pytest.raises(KeyDestroyed):
        open_text(sealed, **RAW, bound_to="a")
    with pytest.raises(KeyDestroyed):
        seal_text("again", **RAW, bound_to="a")
