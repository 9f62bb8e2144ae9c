import pytest

from surveys.other_codes import Elsewhere
from surveys.queries.codes import found
from tests.factories.accounts import UserFactory
from tests.factories.replies import ReplyFactory, ReplyWordingFactory
from tests.factories.surveys import in_days
from tests.factories.young_editors import (
    EditorsGroupFactory,
    asked_about,
    reply_to_read,
    said,
    writer_of,
)
from voice.audit.models import Entry
from voice.releases.enums import ReleaseState
from voice.releases.models import Release
from voice.replies.domain.replies import publish_reply, word_reply
from voice.young_editors.domain.errors import CannotShow, NotOpen
from voice.young_editors.domain.groups import end_group, keep_group
from voice.young_editors.domain.inviting import (
    ask_group,
    make_code,
    show_again,
    take_invitation_back,
)
from voice.young_editors.enums import Kind
from voice.young_editors.models import EditorsGroup, EditorsInvitation, ShownWords
from voice.young_editors.models.shown_words import ShownWordsStay

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def writing():
    return reply_to_read()


def refusal(reply, by, **facts):
    with pytest.raises(CannotShow) as refused:
        asked_about(reply, by=by, **facts)
    return refused.value


def test_a_group_is_kept_without_any_persons_name():
    group = keep_group(
        EditorsGroup(),
        name="Care leavers' forum",
        about_how_many=6,
        supported_by="Youth worker",
        languages=["en", "ur"],
        by=UserFactory(worker=True),
    )
    fields = {field.name for field in EditorsGroup._meta.get_fields()}
    assert (group.name, group.languages) == ("Care leavers' forum", ["en", "ur"])
    assert not fields & {"members", "people", "emails"}


def test_asking_freezes_the_words_and_says_who_asked(writing):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    shown = invitation.shown.get()
    assert [one.text for one in shown.read()][:2] == [
        "Moves come with no warning and things go in bin bags.",
        "Suitcases are now in every home and office.",
    ]
    verbs = list(Entry.objects.filter(actor=by).values_list("verb", flat=True))
    assert verbs == ["young_editors.ask", "young_editors.make_code"]


def test_the_code_is_kept_as_a_keyed_hash_alone(writing):
    reply, by = writing
    invitation, code = asked_about(reply, by=by)
    row = str(EditorsInvitation.objects.filter(pk=invitation.pk).values().get())
    assert code not in row
    assert code.replace("-", "")[:8] not in row
    assert len(invitation.code_hash) == 64


def test_a_code_opens_its_own_invitation_and_no_other(writing, today):
    reply, by = writing
    first, code = asked_about(reply, by=by)
    asked_about(reply, by=by)
    opens = found(code, at=first.made_at)
    assert opens.elsewhere == Elsewhere("young_editors:read", str(first.pk))


def test_a_new_code_ends_the_one_before(writing):
    reply, by = writing
    invitation, code = asked_about(reply, by=by)
    make_code(invitation, by=by)
    assert found(code, at=invitation.made_at) is None


def test_what_is_taken_back_opens_nothing_and_gets_no_new_code(writing):
    reply, by = writing
    invitation, code = asked_about(reply, by=by)
    take_invitation_back(invitation, by=by)
    take_invitation_back(invitation, by=by)
    assert found(code, at=invitation.made_at) is None
    with pytest.raises(NotOpen):
        make_code(invitation, by=by)
    assert Entry.objects.filter(verb="young_editors.take_back").count() == 1


def test_nothing_of_a_release_is_shown_before_the_second_signer_has_passed_it():
    reply = ReplyFactory(release__quotes=["PLANTED they moved me at night"])
    ReplyWordingFactory(reply=reply)
    by = writer_of(reply)
    Release.objects.filter(pk=reply.release_id).update(
        state=ReleaseState.PROPOSED, issued_at=None
    )
    reply.refresh_from_db()
    invitation, _code = asked_about(reply, by=by)
    assert "PLANTED" not in str(invitation.shown.get().passages)


def test_a_quote_the_second_signer_passed_is_shown_as_released():
    reply = ReplyFactory(release__quotes=["They moved me at night"])
    ReplyWordingFactory(reply=reply)
    invitation, _code = asked_about(reply, by=writer_of(reply))
    quotes = [one.text for one in invitation.shown.get().read() if one.is_quote]
    assert quotes == ["They moved me at night"]


def test_words_in_quotation_marks_that_nobody_passed_are_not_shown(writing):
    reply, by = writing
    word_reply(
        reply,
        language="en",
        you_said="You said “my worker left and nobody told me”.",
        we_did="We wrote it down.",
        next="In May.",
        by=by,
    )
    assert "my worker left and nobody told me" in str(refusal(reply, by))
    assert not ShownWords.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"languages": []}, "languages"),
        ({"languages": ["en", "ur"]}, "languages"),
        ({"expires_on": in_days(-1)}, "expires_on"),
        ({"expires_on": in_days(61)}, "expires_on"),
    ],
)
def test_facts_that_do_not_hold_are_refused(writing, facts, field):
    reply, by = writing
    assert refusal(reply, by, **facts).field == field


def test_a_group_that_meets_no_more_is_asked_nothing(writing):
    reply, by = writing
    group = EditorsGroupFactory()
    assert "no more" in str(refusal(reply, by, group=end_group(group, by=by)))


def test_what_is_out_is_not_shown(writing):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    said(invitation)
    publish_reply(reply, by=by)
    assert "out already" in str(refusal(reply, by))


def test_nothing_there_is_not_shown():
    with pytest.raises(CannotShow):
        ask_group(
            EditorsGroupFactory(),
            kind=Kind.REPLY,
            pk=999_999,
            languages=["en"],
            expires_on=in_days(3),
            by=UserFactory(worker=True),
        )


def test_new_words_are_shown_beside_the_old_ones_with_the_same_code(writing):
    reply, by = writing
    invitation, code = asked_about(reply, by=by)
    with pytest.raises(CannotShow):
        show_again(invitation, by=by)
    word_reply(
        reply, language="en", you_said="Moves hurt.", we_did="Bags.", next="May.", by=by
    )
    shown = show_again(invitation, by=by)
    assert (shown.number, invitation.shown.count()) == (2, 2)
    assert found(code, at=invitation.made_at).elsewhere.what == str(invitation.pk)


def test_what_was_shown_is_never_changed(writing):
    reply, by = writing
    shown = asked_about(reply, by=by)[0].shown.get()
    shown.title = "Another"
    with pytest.raises(ShownWordsStay):
        shown.save()
    with pytest.raises(ShownWordsStay):
        shown.delete()
