"""Addresses that name one thing by an id: what of theirs a stranger to it may not learn.

Every address with an argument is swept in test_access_surveys.py, with one that names
something of a survey, or stands here with the reason why it is not. Anything else
fails the build.
"""

from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, PracticalRequestFactory
from tests.factories.planned_sessions import PlannedSessionFactory
from tests.factories.releases import EarlierRoundFactory, ReleaseFactory
from tests.factories.replies import PromiseFactory
from tests.factories.session_notes import StatementFactory
from tests.factories.surveys import CommentFactory, PaperSheetFactory, in_days
from tests.factories.young_editors import EditorsGroupFactory, said
from voice.moderation.models import SecondReading
from voice.young_editors.domain.inviting import ask_group
from voice.young_editors.enums import Kind

NOBODYS = 999_999
NO_COMMENT = "00000000-0000-4000-8000-000000000000"

# By the whole name, or by its beginning where that ends in ":" or "_".
NOT_SWEPT: dict[str, str] = {
    "account_": "A link by mail, good once; allauth's own.",
    "accounts:": "People: administrators and officers see all of them.",
    "accounts:end_device": "Own sessions: test_anothers_own_is_missing below.",
    "mfa_": "Own keys: test_anothers_own_is_missing below.",
    "surveys:code_chosen": "A language and an age, after a code was typed here.",
    "surveys:start": "A poster's link, for whoever holds it.",
    "surveys:start_chosen": "The same.",
    "surveys:share": "The same, of a room.",
    "cms:for_adults": "What parents read of a published survey, for everybody.",
    "cms:sheet": "The style of the public site, named by what it holds.",
    "cms:colour": "A colour, which the address itself names.",
    "cms:paper": "On paper, what an open link asks of everybody who follows it.",
    "cms:poster": "The poster of an open link, for everybody who runs a session.",
    "surveys:medium": "A picture or a sound of questions, named by what it holds.",
    "surveys:begin_ready": "A survey ready to begin from, the same for all workers.",
    "surveys:jargon": "Workers' words of a language, the same for all workers.",
    "surveys:interface_words": "The house's own words, the same for all workers.",
    "surveys:contact_from": "The number of a screen, in one's own answer.",
    "surveys:contact_sent_from": "The same.",
    "surveys:step": "The number of a screen, in one's own answer.",
    "young_editors:group": "A group, the same for all workers; not what it reads.",
    "young_editors:change": "The same.",
    "young_editors:end": "The same.",
    "council:": "The council's settings, the same for all who keep them.",
    "help-lines:": "The same.",
    "age-bands:": "The same.",
    "duty-hours:": "The same.",
    "holidays:": "The same.",
    "survey_safety_words": "The house's own words, the same for all.",
    "duty:": "The rota, the same for all who keep it.",
    "statement:": "The one Statement of Action; evidence is of issued releases.",
    "releases:csv": "Issued releases, for all who read them; others: test_files.py.",
    "releases:xlsx": "The same.",
    "releases:json": "The same.",
    "releases:rounds": "What is released, for all at the desk; others: test_rounds.py.",
    "releases:earlier_round": "As issued releases: the same for all at the desk.",
    "briefings:": "The board's own pages, and its papers: the same for all who write them.",
    "records:": "The officers' records: they see all of them.",
    "moderation:screening_": "The lists of words, the same for all leads.",
    "moderation:pause_text": "Leads watch the clock of every survey.",
    "moderation:resume_text": "The same.",
    # Leads see every survey's concerns but those walled off from them: walls are
    # tried in tests/moderation/views/test_walls.py.
    "moderation:worry": "Leads, of every survey.",
    "moderation:raise_worry": "Leads, of every survey.",
    "moderation:concern": "Leads, but for walls.",
    "moderation:referral": "Leads, but for walls.",
    "moderation:concern_recording": "Leads, but for walls.",
    "moderation:act": "Leads, but for walls.",
    "moderation:decide": "Leads, but for walls.",
    "moderation:attempt": "Leads, but for walls.",
    "moderation:add_to_concern": "Leads, but for walls.",
    "moderation:reopen_concern": "Leads, but for walls.",
    "moderation:give_back": "Leads, but for walls.",
    "moderation:place_hold": "Leads, but for walls.",
    "moderation:lift_hold": "Leads, but for walls.",
    "moderation:wall": "Leads, but for walls.",
    "moderation:unwall": "Leads, but for walls.",
    "wagtail": "Pages, pictures, documents and settings: all editors keep all of them.",
}
# Not excused by the beginning of their name.
SWEPT_WHATEVER_THE_PREFIX = ("wagtailsnippets_surveys_survey:",)
# Nothing of the sort is ever under approval here: no task to name.
NEVER_THERE = frozenset(
    {
        "wagtailsnippets_surveys_survey:workflow_action",
        "wagtailsnippets_surveys_survey:collect_workflow_action_data",
        "wagtailsnippets_surveys_survey:workflow_history_detail",
        "wagtailsnippets_surveys_survey:workflow_preview",
    }
)
OF_A_COMMENT = [
    f"moderation:{verb}"
    for verb in (
        "open_here",
        "leave",
        "undo",
        "reverse",
        "decide_again",
        "recording",
        "transcribe",
        "note",
        "translate",
        "show_translation",
        "thank",
    )
]
OF_A_SECOND_READING = [
    f"moderation:{verb}"
    for verb in ("second_reading", "read_second", "difference", "settle")
]
OF_A_REQUEST = [
    f"moderation:{verb}"
    for verb in (
        "one_request",
        "give_request",
        "settle_request",
        "reopen_request",
        "pass_request_on",
    )
]
PASSED_ON = [
    f"moderation:{verb}" for verb in ("one_passed_on", "escalate", "not_this_lead")
]
OF_A_DOUBLE_CODING = [
    f"themes:{name}"
    for name in ("code_blind", "disagreements", "settle_alike", "end_double_coding")
]
OF_A_CODEBOOK = [
    f"themes:{name}"
    for name in (
        "codebook",
        "edit_codebook",
        "codebook_history",
        "new_theme",
        "bring_in",
    )
]
OF_A_THEME = [
    f"themes:{name}"
    for name in (
        "theme",
        "edit_theme",
        "agree",
        "move",
        "merge",
        "split",
        "retire",
        "use_again",
        "theme_memo",
        "theme_history",
    )
]
OF_A_NOTE = [
    f"surveys:{name}" for name in ("session_note", "print_note", "take_back_note")
]
OF_A_PLAN = ["surveys:planned_session", "surveys:cancel_session"]
OF_A_STATEMENT = ["surveys:take_back_said", "surveys:erase_said"]
OF_A_RELEASE = [
    f"releases:{verb}" for verb in ("release", "codebook", "sign", "drop", "recall")
]


OF_AN_EDITORS_INVITATION = [
    f"young_editors:{name}" for name in ("asked", "code", "again", "take_back")
]


def is_excused(name):
    """Say whether the table above says why an address is not swept."""
    if name in NEVER_THERE or name in NOT_SWEPT:
        return True
    if name.startswith(SWEPT_WHATEVER_THE_PREFIX):
        return False
    beginnings = tuple(one for one in NOT_SWEPT if one[-1] in ":_" or one == "wagtail")
    return name.startswith(beginnings)


def read_by_editors(survey):
    """Return an invitation to look at a survey's words, and a comment on them."""
    invitation = ask_group(
        EditorsGroupFactory(),
        kind=Kind.SURVEY,
        pk=survey.pk,
        languages=["en"],
        expires_on=in_days(7),
        by=UserFactory(worker=True),
    )
    return invitation, said(invitation, whole="Softer").comments.get()


def of_workers(tag):
    """Return pairs of addresses of a survey that some role but workers sees too."""
    survey, comment = tag.comment.survey, tag.comment
    consultation = survey.consultation
    second = SecondReading.objects.create(
        first=comment.reading.decisions.order_by("version").last()
    )
    rule = survey.set_aside_rules.create(
        version=1,
        kind="same_words",
        least=3,
        reason="Pasted",
        declared_by=UserFactory(worker=True),
    )
    passed_on = ConcernFactory(
        reading__comment=CommentFactory(response__edition=comment.response.edition)
    )
    sheet = PaperSheetFactory(response=comment.response)
    asked = PracticalRequestFactory(survey=survey)
    asked_editors, wrote = read_by_editors(survey)
    heard = StatementFactory(edition=comment.response.edition)
    note, planned = heard.session_note_id, PlannedSessionFactory(survey=survey)
    release, promise = ReleaseFactory(), PromiseFactory()
    told = PromiseFactory(reply__published=True, late=True)
    export = survey.exports.create(by=UserFactory(), why="For the youth council")
    earlier = EarlierRoundFactory(survey=release.survey)
    slug, of = survey.slug, consultation.slug
    tried = [
        (["moderation:queue"], [survey.pk], [NOBODYS]),
        (["surveys:check", "surveys:publish"], [slug], ["none"]),
        (["surveys:reading_time"], [slug], ["none"]),
        (["surveys:set_aside", "surveys:known"], [slug], ["none"]),
        (["surveys:take_rule_back"], [slug, rule.pk], ["none", rule.pk]),
        (["surveys:erase"], [slug, NO_COMMENT], ["none", NO_COMMENT]),
        (["surveys:session_notes", "surveys:write_up"], [slug], ["none"]),
        (OF_A_NOTE, [slug, note], [slug, NO_COMMENT]),
        (["surveys:planned_sessions", "surveys:plan_session"], [slug], ["none"]),
        (OF_A_PLAN, [slug, planned.pk], [slug, NO_COMMENT]),
        (
            ["surveys:paper_sheets", "surveys:key_paper", "surveys:paper_slips"],
            [slug],
            ["none"],
        ),
        (
            ["surveys:key_paper_again", "surveys:settle_paper"],
            [slug, sheet.pk],
            [slug, NOBODYS],
        ),
        (OF_A_STATEMENT, [slug, note, heard.pk], [slug, note, NO_COMMENT]),
        (["replies:preview", "replies:publish"], [of], ["none"]),
        (["replies:correct", "replies:poster", "replies:poster_pdf"], [of], ["none"]),
        (["replies:told_through_workers"], [of], ["none"]),
        (["replies:easy"], [of, "en"], ["none", "en"]),
        (["replies:promise", "replies:drop_promise"], [promise.pk], [NOBODYS]),
        (["replies:note_promise", "replies:ask_back"], [told.pk], [NOBODYS]),
        (OF_A_COMMENT, [comment.pk], [NO_COMMENT]),
        (OF_A_SECOND_READING, [second.pk], [NOBODYS]),
        (PASSED_ON, [passed_on.pk], [NO_COMMENT]),
        (OF_A_REQUEST, [asked.pk], [NO_COMMENT]),
        (OF_AN_EDITORS_INVITATION, [asked_editors.pk], [NOBODYS]),
        (["young_editors:tell"], [wrote.pk], [NOBODYS]),
        (["young_editors:pass_on"], [wrote.answer_id], [NO_COMMENT]),
        (["young_editors:without"], ["survey", survey.pk], ["survey", NOBODYS]),
        (OF_A_RELEASE, [release.pk], [NOBODYS]),
        (["releases:answers"], [slug], ["none"]),
        (
            ["releases:take_answers", "releases:drop_answers"],
            [slug, export.pk],
            [slug, NOBODYS],
        ),
        (["releases:take_out_round"], [earlier.pk], [NOBODYS]),
        (["releases:refuse_quote"], [release.pk, 1], [NOBODYS, 1]),
    ]
    return [
        (reverse(name, args=mine), reverse(name, args=none))
        for names, mine, none in tried
        for name in names
    ]
