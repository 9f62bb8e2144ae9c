"""Begins a survey from something there already: a ready one, a file, another survey."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from surveys.domain.media import MediumRefused, keep_medium_again
from surveys.domain.members import begin_membership
from surveys.drafting.building import question_blocks
from surveys.exchange_schema import SCHEMA
from surveys.key_themes import key_themes
from surveys.logic.definition import Definition, Picture, Sound
from surveys.logic.drafts import Draft, DraftQuestion, Written, parts_to_word
from surveys.logic.exchange import NotASurvey, checked_file, drafted, media_named
from surveys.models import Consultation, Medium, Survey, Wording
from surveys.ready import pack_named
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import BASE_LANGUAGE

LONGEST_SLUG = 50


class CannotBegin(Exception):
    """The file cannot become a survey here; `sentence` says why, for people."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@transaction.atomic
def begin_survey(
    draft: Draft,
    written: Iterable[Written],
    *,
    consultation: Consultation,
    title: str,
    by: User,
    came_from: str,
) -> Survey:
    """Make a new draft survey of `draft` and its wordings; whoever makes it runs it.

    Its keys are those of the draft; its blocks are new. `came_from` ("ready/school",
    "file", "survey/12") goes into the audit. Pictures and sounds must be kept already.
    """
    survey = Survey(
        consultation=consultation,
        slug=free_slug(title),
        title=title,
        introduction=draft.introduction,
        thanks=draft.thanks,
        support=draft.support,
        mode=draft.mode,
        age_bands=list(draft.age_bands),
        languages=list(draft.languages),
        breakdowns=list(draft.breakdowns),
        keep_words_days=draft.keeps["words"],
        keep_responses_days=draft.keeps["responses"],
        keep_contact_days=draft.keeps["contact"],
        rests=draft.rests,
        assistant=draft.assistant,
        older_too=draft.older_too,
        audience=draft.audience,
        questions=question_blocks(draft.questions),
        live=False,
    )
    survey.save()
    base = {part.name: part.text for part in parts_to_word(draft)}
    Wording.objects.bulk_create(
        _wording(survey, one)
        for one in written
        if (one.key, one.part) in base
        and (one.text or one.picture or _spoken(one.sound))
    )
    record("surveys.create_survey", of=survey, by=by, came_from=came_from)
    begin_membership(survey, by=by)
    survey.save_revision(user=by)
    return survey


@transaction.atomic
def begin_from_file(said: object, *, consultation: Consultation, by: User) -> Survey:
    """Make a new draft survey of a file as `surveys.logic.exchange` writes it.

    Its pictures and sounds must be as Voice keeps them: they are kept byte for byte, and
    so the next edition's hash can be that of the edition it came from. A link to
    a key theme that is not in this house is left out. Raises CannotBegin, and makes
    nothing then.
    """
    definition = definition_in(said)
    _keep_media(said, definition, by=by)
    draft, written = drafted(definition)
    return begin_survey(
        _at_home(draft),
        written,
        consultation=consultation,
        title=draft.title,
        by=by,
        came_from="file",
    )


def definition_in(said: object) -> Definition:
    """Return the definition of a file that can become a survey; raises CannotBegin."""
    try:
        definition = checked_file(said, SCHEMA)["definition"]
    except NotASurvey as refused:
        raise CannotBegin(
            _("This file is not a survey that Voice can read. %(why)s")
            % {"why": refused.why}
        ) from None
    if definition["languages"][:1] != [BASE_LANGUAGE]:
        raise CannotBegin(_("Its first language must be English."))
    _refuse_changed_packs(drafted(definition)[0])
    return definition


def free_slug(
    title: str,
    *,
    of: type[Survey] | type[Consultation] = Survey,
    otherwise: str = "survey",
) -> str:
    """Return a short name made of `title`, or `otherwise`, that none `of` its kind has."""
    plain = slugify(title)[:LONGEST_SLUG].strip("-") or otherwise
    slug, number = plain, 1
    while of._default_manager.filter(slug=slug).exists():  # noqa: SLF001 - Django's public interface
        number += 1
        ending = f"-{number}"
        slug = plain[: LONGEST_SLUG - len(ending)] + ending
    return slug


def _wording(survey: Survey, one: Written) -> Wording:
    """Return one wording as a row."""
    return Wording(
        survey=survey,
        key=one.key,
        part=one.part,
        age_band=one.age_band,
        language=one.language,
        text=one.text,
        base=one.base,
        picture_id=_medium(one.picture),
        picture_alt=one.picture["alt"] if one.picture else "",
        sound_id=_medium(_spoken(one.sound)),
    )


def _spoken(sound: Sound | None) -> Sound | None:
    """Return a person's recording; a machine's is kept by who listens to it here."""
    return None if sound and sound.get("machine") else sound


def _medium(shown: Picture | Sound | None) -> str | None:
    """Return what names the medium of a picture or sound."""
    return shown["medium"] if shown else None


def _keep_media(said: object, definition: Definition, *, by: User) -> None:
    """Keep the pictures and sounds of a checked file that are not here yet."""
    assert isinstance(said, dict)  # noqa: S101 - checked_file has said so
    here = set(
        Medium.objects.filter(pk__in=media_named(definition)).values_list(
            "pk", flat=True
        )
    )
    for name in media_named(definition) - here:
        carried = said["media"][name]
        try:
            content = b64decode(carried["content"], validate=True)
            kept = keep_medium_again(content, by=by)
        except (NotBase64, MediumRefused) as refused:
            raise CannotBegin(
                _("A picture or recording in this file cannot be used.")
            ) from refused
        if kept.pk != name:
            raise CannotBegin(
                _("A picture or recording in this file is not the one it names.")
            )


def _refuse_changed_packs(draft: Draft) -> None:
    """Raise CannotBegin unless each pack is there whole and word for word."""
    names = {question.pack for question in draft.questions if question.pack}
    for name in names:
        pack = pack_named(name)
        said = tuple(_alone(q) for q in draft.questions if q.pack == name)
        if pack is None or said != tuple(_alone(q) for q in pack.draft.questions):
            raise CannotBegin(
                _(
                    "It holds the instrument “%(name)s”, but not whole and word for word "
                    "as its owner gives it."
                )
                % {"name": name}
            )


def _alone(question: DraftQuestion) -> tuple[object, ...]:
    """Return what must not change of a pack's question."""
    return question.key, question.kind, question.prompt, question.help, question.low


def _at_home(draft: Draft) -> Draft:
    """Return `draft` without links to key themes that are not in this house."""
    known = {name for name, _title in key_themes()}
    return replace(
        draft,
        questions=tuple(
            q if q.key_theme in known else replace(q, key_theme="")
            for q in draft.questions
        ),
    )
