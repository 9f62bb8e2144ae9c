"""Understands: a codebook, tags by a named person, a second one who agrees, and a
machine that learned from them.
"""

from itertools import cycle

from surveys.models import Consultation, Question
from voice.accounts.models import User
from voice.demonstration.domain.answering import Heard
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.themes import (
    BROUGHT_LATER,
    CODEBOOK,
    IN_URDU,
    NO_REASON,
    NOTED,
    SOMETHING_ELSE,
    THEMES,
    ToldTheme,
)
from voice.statement.domain.theme_links import link_theme
from voice.statement.models import KeyTheme
from voice.themes.domain.codebooks import add_theme, create_codebook
from voice.themes.domain.comment_memos import write_comment_memo
from voice.themes.domain.double_coding import (
    begin_double_coding,
    code_blind,
    end_double_coding,
    settle,
    settle_agreed,
)
from voice.themes.domain.tags import tag_comment
from voice.themes.domain.theme_memos import write_theme_memo
from voice.themes.domain.training import retrain
from voice.themes.enums import ThemeKind
from voice.themes.models import Codebook, Theme
from voice.themes.queries.agreement import codings_of, comments_to_sample
from voice.themes.queries.learning import questions_to_learn

# The second person hears one comment in so many otherwise than the story does.
HEARD_OTHERWISE = 7

FALL_BACKS = {
    SOMETHING_ELSE: ThemeKind.SOMETHING_ELSE,
    NO_REASON: ThemeKind.NO_REASON,
}


def write_codebook(telling: Telling) -> dict[int, Theme]:
    """Write the codebook of all three consultations; return its themes by number."""
    worker = telling.people["worker"]
    codebook = create_codebook(
        CODEBOOK, consultations=list(Consultation.objects.all()), by=worker
    )
    themes: dict[int, Theme] = {}
    for told in THEMES:
        _write(codebook, told, themes, by=worker)
    for number, kind in FALL_BACKS.items():
        themes[number] = codebook.themes.get(kind=kind)
    return themes


def _write(
    codebook: Codebook, told: ToldTheme, themes: dict[int, Theme], *, by: User
) -> None:
    """Add one theme to the codebook, and to `themes` by its number."""
    fields = told._asdict()
    number, belongs_to = fields.pop("number"), fields.pop("key_theme")
    part_of, memo = fields.pop("part_of"), fields.pop("memo")
    fields["wordings"] = {"ur": {"words": IN_URDU[number], "of": told.sentence}}
    theme = add_theme(codebook, by=by, parent=themes.get(part_of), **fields)
    if belongs_to:
        key_theme = KeyTheme.objects.get(number=belongs_to)
        link_theme(theme, key_theme=key_theme, by=by)
    if memo:
        write_theme_memo(theme, text=memo, by=by)
    themes[number] = theme


def tag_all(telling: Telling, heard: Heard, themes: dict[int, Theme]) -> None:
    """Have two workers, in turn, tag every kept comment with the themes the story names."""
    workers = cycle((telling.people["worker"], telling.people["worker2"]))
    for (comment, said), worker in zip(heard, workers, strict=False):
        if said.wait or said.concern or said.withhold:
            continue
        for number in said.themes:
            tag_comment(comment, theme=themes[number], by=worker)


def tag_what_came_last(
    telling: Telling, heard: Heard, themes: dict[int, Theme]
) -> None:
    """Add the themes that the newest answers brought, tag with them, and note some."""
    first, second = telling.people["worker"], telling.people["worker2"]
    for told in BROUGHT_LATER:
        _write(themes[SOMETHING_ELSE].codebook, told, themes, by=second)
    tag_all(telling, heard, themes)
    for comment, said in heard:
        if said.words in NOTED:
            write_comment_memo(comment, words=NOTED[said.words], by=first)


def double_code(telling: Telling, heard: Heard, themes: dict[int, Theme]) -> None:
    """Have two people code every kept comment apart, and settle what they differ on."""
    first, second = telling.people["worker"], telling.people["worker2"]
    question = heard[0][0].question
    said = {
        comment.pk: [themes[number] for number in told.themes]
        for comment, told in heard
    }
    coded = begin_double_coding(
        question,
        coders=[first, second],
        size=comments_to_sample(question).count(),
        by=first,
    )
    order = {pk: number for number, pk in enumerate(said)}
    for sampled in coded.sampled.all():
        story = said[sampled.comment_id]
        otherwise = order[sampled.comment_id] % HEARD_OTHERWISE == 0
        code_blind(sampled, themes=story, by=first)
        code_blind(
            sampled, themes=[themes[SOMETHING_ELSE]] if otherwise else story, by=second
        )
    settle_agreed(coded, by=second)
    for one in codings_of(coded).comments:
        if not one.is_agreed:
            settle(one.sampled, themes=said[one.sampled.comment_id], by=first)
    end_double_coding(coded, by=first)


def learn_from_tags() -> None:
    """Have the machine learn from every question's tags, and suggest what is left."""
    asked = Question.objects.select_related("survey").order_by("pk")
    for question in asked.filter(pk__in=questions_to_learn()):
        retrain(question)
