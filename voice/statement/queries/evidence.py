"""What may be cited, where to, and evidence with where it comes from."""

from dataclasses import dataclass

from django.db.models import Prefetch

from voice.releases.logic.tables import Figure
from voice.releases.models import Release
from voice.releases.queries import quotes_of
from voice.statement.enums import EvidenceKind
from voice.statement.logic.frozen import results
from voice.statement.models import Action, Area, Evidence, KeyTheme, Statement
from voice.statement.models.evidence import EvidenceQuerySet


@dataclass(frozen=True, slots=True)
class Citable:
    """One thing of a release that may become evidence; `told` are its figures."""

    cites: str
    kind: EvidenceKind
    words: str
    about: str
    told: list[Figure]
    language: str = ""
    translation: str = ""
    translated_from: str = ""

    def speaks_of(self, wanted: str) -> bool:
        """Say whether it holds the words `wanted`, whatever their capitals."""
        said = f"{self.words} {self.translation} {self.about}"
        return wanted.casefold() in said.casefold()


@dataclass(frozen=True, slots=True)
class Place:
    """Where evidence is put: a whole key theme, an area of it, or one of its actions."""

    key_theme: KeyTheme
    action: Action | None = None
    area: Area | None = None

    @property
    def key(self) -> str:
        """Return how a form names it: “key_theme-3”, “area-5” or “action-12”."""
        if self.action is not None:
            return f"action-{self.action.pk}"
        if self.area is not None:
            return f"area-{self.area.pk}"
        return f"key_theme-{self.key_theme.pk}"


def citables(release: Release) -> list[Citable]:
    """Return everything an issued release tells that may be cited."""
    tables = release.tables
    themes = [
        Citable(
            cites=f"{EvidenceKind.THEME.value}:{row['name']}",
            kind=EvidenceKind.THEME,
            words=row["name"],
            about=row["sentence"],
            told=_figures(row["count"], row["percent"]),
        )
        for row in tables["themes"]
    ]
    answers = [
        Citable(
            cites=f"{EvidenceKind.RESULT.value}:{question['key']}/{option['key']}",
            kind=EvidenceKind.RESULT,
            words=option["text"],
            about=question["prompt"],
            told=_figures(option["count"], option["percent"]),
        )
        for question, option in results(tables)
    ]
    prompts = {row["key"]: row["prompt"] for row in tables["open_questions"]}
    quotes = [
        Citable(
            cites=f"{EvidenceKind.QUOTE.value}:{quote.pk}",
            kind=EvidenceKind.QUOTE,
            words=quote.text,
            about=prompts.get(quote.question_key, ""),
            told=[],
            language=quote.language,
            translation=quote.translation,
            translated_from=quote.translated_from,
        )
        for quote in quotes_of(release)
    ]
    return [*themes, *answers, *quotes]


def _figures(*figures: Figure | None) -> list[Figure]:
    """Return the figures there are."""
    return [figure for figure in figures if figure is not None]


def places(statement: Statement) -> list[Place]:
    """Return every place of a statement, from the whole to its parts; three queries.

    Nothing is added any more to what was withdrawn.
    """
    actions = Action.objects.filter(withdrawn_at=None)
    areas = (
        Area.objects.filter(withdrawn_at=None)
        .prefetch_related(Prefetch("actions", queryset=actions))
        .order_by("number")
    )
    found = []
    for key_theme in statement.key_themes.order_by("number").prefetch_related(
        Prefetch("areas", queryset=areas)
    ):
        found.append(Place(key_theme))
        for area in key_theme.areas.all():
            found.append(Place(key_theme, area=area))
            found += [Place(key_theme, action) for action in area.actions.all()]
    return found


def cited_here(release: Release, place: Place) -> set[str]:
    """Return what of `release` is evidence in this very place already; one query."""
    here = Evidence.objects.filter(
        release=release,
        key_theme=place.key_theme,
        action=place.action,
        area=place.area,
    )
    return set(here.values_list("cites", flat=True))


def evidence_in_full() -> EvidenceQuerySet:
    """Return what children said, as evidence, with all it is shown with; one query.

    That is its release and its recall, survey, consultation, place, and why it was set
    aside. Files, and what adults said, are not among it: see `every_evidence`.
    """
    return every_evidence().of_children()


def every_evidence() -> EvidenceQuerySet:
    """Return evidence, files too, for those who read the statement; one query.

    Without the tables of its releases, which are large: what is cited is frozen.
    """
    return Evidence.objects.select_related(
        "release__survey__consultation",
        "release__recall",
        "file",
        "key_theme__statement",
        "area",
        "action__area",
        "added_by",
        "set_aside__by",
    ).defer("file__sealed_content", "release__tables", "release__codebook")
