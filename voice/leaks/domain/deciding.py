"""What is made of what was heard: themes, a release, the statement, a reply, mails."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from surveys.models import Comment, Survey
from voice.leaks.browser import Browser, Page
from voice.leaks.domain.answering import DayWentWrong, Words
from voice.leaks.domain.reading import People, reading_with
from voice.releases.logic.gates import shut_gates
from voice.releases.models import Release
from voice.releases.queries.standing import standing_of, surveys_to_release
from voice.replies.models import Reply
from voice.statement.models import Action, Area, Evidence, KeyTheme, Statement
from voice.themes.enums import Order
from voice.themes.models import Codebook, Theme

# Words that are staff's own, to be written as the public will read them.
SAID = "Nobody prepares us"
MOST_PAGES = 10


def understand(people: People, words: Words, survey: Survey) -> None:
    """Write a codebook and a theme, and tag two comments, one of them by a passage."""
    worker = people["worker"]
    worker.submit(
        worker.go(reverse("themes:new_codebook")),
        title="What we hear",
        consultations=[str(survey.consultation_id)],
    )
    codebook = Codebook.objects.get()
    worker.submit(
        worker.go(reverse("themes:new_theme", args=[codebook.pk])),
        name=SAID,
        sentence="Young people say that nobody prepares them for living alone.",
    )
    theme = Theme.objects.get(name=SAID)
    for name in ("quoted", "counted", "kept beside"):
        comment = reading_with(words[name].word).comment
        passage = {"start": "0", "end": "4"} if name == "counted" else {}
        page = _tagging_page(worker, comment)
        address = reverse("themes:tag", args=[comment.pk])
        worker.submit(page, address, theme=str(theme.pk), **passage)
    if theme.tags.count() < 3:
        raise DayWentWrong("A reader could not tag.")


def _tagging_page(worker: Browser, comment: Comment) -> Page:
    """Turn pages until `comment` is open to be tagged. Raises DayWentWrong."""
    address = reverse("themes:tag", args=[comment.pk])
    for number in range(1, MOST_PAGES):
        said = {"comment": str(comment.pk), "page": str(number), "order": Order.NEWEST}
        page = worker.go(
            reverse("themes:tagging", args=[comment.question_id], query=said)
        )
        if any(form.action == address for form in page.forms):
            return page
    raise DayWentWrong("A kept comment is not among those to be tagged.")


def release(people: People, words: Words, survey: Survey) -> Release:
    """Propose a release with two quotes; the second signer strikes one and signs."""
    worker, second = people["worker"], people["worker2"]
    address = reverse("releases:propose", args=[survey.slug])
    chosen = [
        str(reading_with(words[name].word).comment_id)
        for name in ("quoted", "refused quote")
    ]
    page = worker.go(address)
    gates = shut_gates(standing_of(surveys_to_release().get(pk=survey.pk)))
    if gates:
        raise DayWentWrong(f"The release has shut gates: {gates}.")
    worker.submit(page, quotes=chosen)
    made = Release.objects.get()
    for quote in made.quotes.all():
        if words["refused quote"].word in quote.text:
            strike = reverse("releases:refuse_quote", args=[made.pk, quote.pk])
            second.submit(second.go(strike), why="A carer would know who this is.")
    second.submit(second.go(reverse("releases:sign", args=[made.pk])))
    made.refresh_from_db()
    if not made.is_issued:
        raise DayWentWrong("The release was not issued.")
    return made


def state(people: People, issued: Release) -> None:
    """Write the statement down to one action, and cite everything released."""
    worker = people["worker"]
    today = timezone.localdate()
    worker.submit(
        worker.go(reverse("statement:statement_new")),
        title="Statement of Action",
        answers="The inspection",
        key_themes="",
        starts_on=today.isoformat(),
        ends_on=(today + timedelta(days=365)).isoformat(),
    )
    statement = Statement.objects.get()
    worker.submit(
        worker.go(reverse("statement:key_theme_new", args=[statement.pk])),
        title="Leaving care",
    )
    key_theme = KeyTheme.objects.get()
    worker.submit(
        worker.go(reverse("statement:area_new", args=[key_theme.pk])),
        title="The first month",
        source_kind="ours",
    )
    area = Area.objects.get()
    worker.submit(
        worker.go(reverse("statement:action_new", args=[area.pk])),
        title="Somebody visits in the first week",
        owner_title="Head of Leaving Care",
    )
    _cite(people, issued, Action.objects.get())


def _cite(people: People, issued: Release, action: Action) -> None:
    """Add every result, theme and quote of the release as evidence."""
    worker = people["worker"]
    page = worker.go(reverse("statement:evidence_add", args=[issued.pk]))
    form = page.form(page.path.partition("?")[0])
    place = form.choices["place"][-1]
    worker.submit(page, place=place, cites=form.choices["cites"], do="add")
    if not Evidence.objects.exists():
        raise DayWentWrong(f"No evidence for {action.pk}.")
    for evidence in Evidence.objects.all():
        worker.go(reverse("statement:evidence", args=[evidence.pk]))


def reply(people: People, survey: Survey) -> None:
    """Write the reply in each language, promise something, publish."""
    worker = people["worker"]
    slug = survey.consultation.slug
    address = reverse("replies:write", args=[slug])
    page = worker.go(address)
    form = page.form(address)
    told = {
        name: "We made a plan."
        for name in form.fields
        if name.startswith(("en-", "ur-", "pl-")) and not name.endswith("age_bands")
    }
    answered = {
        name: "we_did" for name in form.choices if name.startswith("themes-part")
    }
    worker.submit(page, **told, **answered)
    promises = reverse("replies:add_promise", args=[slug])
    due = (timezone.localdate() + timedelta(days=40)).isoformat()
    page = worker.go(promises)
    filled = {
        name: "Somebody visits."
        for name in page.form(promises).fields
        if name.startswith(("text", "owner_title"))
    }
    worker.submit(page, **filled, due_on=due)
    publish = reverse("replies:publish", args=[slug])
    worker.submit(worker.go(publish))
    if not Reply.objects.filter(published_at__isnull=False).exists():
        raise DayWentWrong("The reply was not published.")


def mails(people: People) -> None:
    """Have letters sent: an invitation and a forgotten password."""
    people["admin"].submit(
        people["admin"].go(reverse("accounts:invite")),
        name="Somebody new",
        email="new@calderwick.example",
        job_title="Participation worker",
    )
    stranger = people["stranger"]
    address = reverse("account_reset_password")
    stranger.submit(stranger.go(address), email="worker@calderwick.example")
