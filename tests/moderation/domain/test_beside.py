import pytest
from django.db import IntegrityError, transaction

from surveys.after_save import comment_saved
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice.audit.models import Entry
from voice.moderation.domain.errors import (
    AlreadyDecided,
    NoSuchRecipient,
    NotKept,
    NotToPassOn,
    ThankedAlready,
    TranslationChanged,
)
from voice.moderation.domain.notes import add_note
from voice.moderation.domain.reading import redact_comment
from voice.moderation.domain.reversing import reverse_decision
from voice.moderation.domain.tells import TellsOfOthers, TranslationTells
from voice.moderation.domain.thanking import pass_on_thanks, see_thanks
from voice.moderation.domain.translating import approve_translation, write_translation
from voice.moderation.models import Note, Thanks, Translation

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_a_note_is_sealed_and_says_who_and_when(worker):
    reading = ReadingFactory()
    note = add_note(reading, words=" zanzibar ", by=worker)
    kept = Note.objects.get()
    assert (kept.read(), kept.by, kept.at) == ("zanzibar", worker, note.at)
    assert b"zanzibar" not in bytes(kept.sealed_words)
    assert "zanzibar" not in str(Entry.objects.values_list("details", flat=True))


def translated(worker, **traits):
    reading = ReadingFactory(comment__language="ur", **traits)
    write_translation(
        reading, version=0, language="ur", words="They come late.", by=worker
    )
    return reading


def test_a_translation_is_for_readers_until_it_is_approved(worker):
    reading = translated(worker, approved=True)
    translation = Translation.objects.get()
    assert (translation.read(), translation.kept_text()) == ("They come late.", "")
    other = UserFactory(worker=True)
    approve_translation(
        reading, version=reading.version, translation_version=1, by=other
    )
    translation = Translation.objects.get()
    assert translation.kept_text() == "They come late."
    assert (translation.by, translation.approved_by) == (worker, other)


def test_a_translation_is_approved_only_beside_kept_words(worker):
    for traits in ({}, {"withheld": True}):
        reading = translated(worker, **traits)
        with pytest.raises(NotKept):
            approve_translation(
                reading, version=reading.version, translation_version=1, by=worker
            )


def test_the_second_of_two_translators_is_told(worker):
    reading = translated(worker)
    with pytest.raises(TranslationChanged):
        write_translation(reading, version=0, language="ur", words="Mine.", by=worker)
    assert Translation.objects.get().read() == "They come late."
    write_translation(
        reading, version=1, language="ur", words="They come too late.", by=worker
    )
    assert Translation.objects.get().version == 2


def test_a_yes_to_a_translation_is_of_that_translation_and_that_decision(worker):
    reading = translated(worker, approved=True)
    with pytest.raises(TranslationChanged):
        approve_translation(reading, version=2, translation_version=2, by=worker)
    with pytest.raises(AlreadyDecided):
        approve_translation(reading, version=1, translation_version=1, by=worker)
    approve_translation(reading, version=2, translation_version=1, by=worker)
    write_translation(
        reading, version=1, language="ur", words="Other words.", by=worker
    )
    assert Translation.objects.get().kept_text() == ""


def test_a_translation_is_not_shown_once_the_words_are_put_back(worker):
    reading = translated(worker, approved=True)
    approve_translation(reading, version=2, translation_version=1, by=worker)
    reverse_decision(reading, version=2, why="misread", by=worker)
    translation = Translation.objects.get()
    assert (translation.kept_text(), translation.read()) == ("", "They come late.")


def test_other_words_of_the_child_drop_the_translation(worker):
    reading = translated(worker)
    comment_saved(reading.comment)
    assert not Translation.objects.exists()


def test_words_passed_on_are_translated_by_no_reader(worker):
    reading = ReadingFactory(passed_on=True)
    with pytest.raises(AlreadyDecided):
        write_translation(
            reading, version=0, language="ur", words="They come late.", by=worker
        )


def test_the_database_keeps_no_half_approved_translation(worker):
    translated(worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.update(approved_by=worker)


def thankful(**traits):
    traits = {"approved": True, "comment__words": "Jade is the best"} | traits
    return ReadingFactory(**traits)


def test_thanks_reach_the_worker_and_the_letter_says_nothing(
    worker, mailoutbox, django_capture_on_commit_callbacks
):
    reading, jade = thankful(), UserFactory(owner=True, name="Jade Okoro")
    with django_capture_on_commit_callbacks(execute=True):
        pass_on_thanks(reading, version=2, to=jade, by=worker)
    (letter,) = mailoutbox
    assert letter.to == [jade.email]
    assert "Jade" not in letter.subject + str(letter.body)
    assert b"Jade" not in bytes(Thanks.objects.get().sealed_words)
    (thanks,) = see_thanks(by=jade)
    assert thanks.read() == "Jade is the best"
    assert see_thanks(by=worker) == []
    assert Thanks.objects.get().seen_at is not None


def test_thanks_carry_redacted_words(worker):
    reading = thankful(
        approved=False, redacted=True, comment__words="Jade and Tom came"
    )
    jade = UserFactory(owner=True, name="Jade Okoro")
    pass_on_thanks(reading, version=2, to=jade, by=worker, sure=True)
    assert Thanks.objects.get().read() == "[name] and Tom came"


@pytest.mark.parametrize(
    "traits",
    [
        {"comment__may_quote": False},
        {"may_quote": False},
        {"comment__finished": False},
    ],
)
def test_thanks_need_both_yeses_and_a_finished_response(worker, traits):
    with pytest.raises(NotToPassOn):
        pass_on_thanks(
            thankful(**traits), version=2, to=UserFactory(owner=True), by=worker
        )


def test_thanks_go_once_to_somebody_at_the_desk(worker):
    reading, jade = thankful(), UserFactory(owner=True, name="Jade Okoro")
    for other in (UserFactory(board=True), UserFactory(owner=True, is_active=False)):
        with pytest.raises(NoSuchRecipient):
            pass_on_thanks(reading, version=2, to=other, by=worker)
    pass_on_thanks(reading, version=2, to=jade, by=worker)
    with pytest.raises(ThankedAlready):
        pass_on_thanks(reading, version=2, to=jade, by=worker)
    with pytest.raises(AlreadyDecided):
        pass_on_thanks(reading, version=1, to=UserFactory(owner=True), by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Thanks.objects.create(reading=reading, to=jade, by=worker, sealed_words=b"x")


def test_thanks_are_taken_back_with_the_words(worker):
    reading, jade = thankful(), UserFactory(owner=True, name="Jade Okoro")
    pass_on_thanks(reading, version=2, to=jade, by=worker)
    reverse_decision(reading, version=2, why="missed", by=worker)
    assert see_thanks(by=jade) == []
    assert Entry.objects.filter(verb="moderation.take_back_thanks").count() == 1


def test_thanks_that_tell_of_somebody_else_need_a_second_yes(worker):
    reading = thankful(comment__words="Jade and Tunde came to SW1A 1AA")
    jade = UserFactory(owner=True, name="Jade Okoro")
    with pytest.raises(TellsOfOthers) as told:
        pass_on_thanks(reading, version=2, to=jade, by=worker)
    assert [tuple(piece) for piece in told.value.found] == [
        ("name", "Tunde"),
        ("postcode", "SW1A 1AA"),
    ]
    assert "Tunde" not in str(told.value)
    assert not Thanks.objects.exists()
    pass_on_thanks(reading, version=2, to=jade, by=worker, sure=True)
    details = Entry.objects.get(verb="moderation.thank").details
    assert details["in_spite_of"] == ["name", "postcode"]
    assert "Tunde" not in str(details)


def test_another_workers_name_is_not_the_name_thanked(worker):
    reading, other = thankful(), UserFactory(owner=True, name="Ruth Shaw")
    UserFactory(owner=True, name="Jade Okoro")
    with pytest.raises(TellsOfOthers) as told:
        pass_on_thanks(reading, version=2, to=other, by=worker)
    assert [tuple(piece) for piece in told.value.found] == [("worker", "Jade Okoro")]


def told_of(reading, worker, words):
    """Return the translation's version, having written `words` as it."""
    return write_translation(
        reading, version=0, language="ur", words=words, by=worker
    ).version


def test_a_translation_that_names_somebody_needs_a_second_yes(worker):
    reading = ReadingFactory(comment__language="ur", approved=True)
    told_of(reading, worker, "Tunde came to SW1A 1AA")
    with pytest.raises(TranslationTells) as told:
        approve_translation(reading, version=2, translation_version=1, by=worker)
    assert [tuple(piece) for piece in told.value.found] == [
        ("name", "Tunde"),
        ("postcode", "SW1A 1AA"),
    ]
    assert "Tunde" not in str(told.value)
    assert Translation.objects.get().kept_text() == ""
    approve_translation(reading, version=2, translation_version=1, by=worker, sure=True)
    assert Translation.objects.get().kept_text() == "Tunde came to SW1A 1AA"
    details = Entry.objects.get(verb="moderation.approve_translation").details
    assert details["in_spite_of"] == ["name", "postcode"]
    assert "Tunde" not in str(details)


def test_what_was_redacted_and_stands_in_the_translation_is_told(worker):
    reading = ReadingFactory(
        comment__words="Je vois Zorb au club quaggaclub", comment__language="fr"
    )
    redact_comment(
        reading,
        version=1,
        passages=[(8, 12, "[name]"), (21, 31, "[place]")],
        may_count=True,
        may_quote=True,
        by=worker,
    )
    reading.refresh_from_db()
    told_of(reading, worker, "I see z.o.r.b and [name] at the quaggaclub")
    with pytest.raises(TranslationTells) as told:
        approve_translation(
            reading, version=reading.version, translation_version=1, by=worker
        )
    assert {piece.words for piece in told.value.found} == {"Zorb", "quaggaclub"}


def test_a_worker_at_the_desk_named_in_a_translation_is_told(worker):
    UserFactory(owner=True, name="Jade Okoro")
    reading = ReadingFactory(comment__language="ur", approved=True)
    told_of(reading, worker, "jade comes late")
    with pytest.raises(TranslationTells):
        approve_translation(reading, version=2, translation_version=1, by=worker)


def test_thanks_show_the_translation_beside_them_once_it_may_be_shown(worker):
    reading = thankful(comment__language="ur", comment__words="شکریہ")
    jade = UserFactory(owner=True, name="Jade Okoro")
    told_of(reading, worker, "Thank you")
    pass_on_thanks(reading, version=2, to=jade, by=worker)
    (letter,) = see_thanks(by=jade)
    assert letter.in_english() is None
    approve_translation(reading, version=2, translation_version=1, by=worker)
    (letter,) = see_thanks(by=jade)
    assert letter.in_english().kept_text() == "Thank you"


def test_thanks_are_looked_through_in_their_translation_too(worker):
    reading = thankful(comment__language="ur", comment__words="شکریہ")
    told_of(reading, worker, "Thank you Jade, from Tunde")
    approve_translation(reading, version=2, translation_version=1, by=worker, sure=True)
    jade = UserFactory(owner=True, name="Jade Okoro")
    with pytest.raises(TellsOfOthers) as told:
        pass_on_thanks(reading, version=2, to=jade, by=worker)
    assert [piece.words for piece in told.value.found] == ["Tunde"]
