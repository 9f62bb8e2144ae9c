"""Choosing what children said, where it belongs and what it does there."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voice.statement.enums import Stance
from voice.statement.queries import Citable, Place

Choice = tuple[str, str]
STANCES = [
    (Stance.SUPPORTS, _("Supports it: this is why we act, or it works")),
    (Stance.CHALLENGES, _("Challenges it: children see it otherwise")),
    (Stance.SHOWS_CHANGE, _("Shows change since we acted")),
]


class EvidenceForm(forms.Form):
    """Which place, which stance, and which things of one release."""

    place = forms.ChoiceField(label=_("Where does it belong?"))
    stance = forms.ChoiceField(
        label=_("What does it do there?"),
        choices=STANCES,
        widget=forms.RadioSelect,
    )
    find = forms.CharField(label=_("Find words"), required=False, max_length=100)
    cites = forms.MultipleChoiceField(
        label=_("What children said"),
        error_messages={"required": _("Tick at least one thing children said.")},
    )

    def __init__(
        self,
        data: object = None,
        *,
        places: Sequence[Place],
        citables: Sequence[Citable],
        place: str = "",
    ) -> None:
        """Offer these places and these things; `place` is chosen beforehand."""
        super().__init__(
            data,  # type: ignore[arg-type]
            initial={"place": place, "stance": Stance.SUPPORTS},
        )
        self.places = {one.key: one for one in places}
        self.citables = list(citables)
        self.fields["place"].choices = grouped(places)  # type: ignore[attr-defined]
        self.fields["cites"].choices = [  # type: ignore[attr-defined]
            (one.cites, one.words) for one in citables
        ]

    @property
    def chosen_place(self) -> Place | None:
        """Return the place now chosen; None while there is none."""
        return self.places.get(str(self["place"].value() or ""))

    @property
    def ticked(self) -> set[str]:
        """Return what is ticked now."""
        return set(self["cites"].value() or ())

    def offered(self) -> list[Citable]:
        """Return what to show: what the words looked for are in, and what is ticked."""
        wanted = str(self["find"].value() or "").strip()
        ticked = self.ticked
        return [
            one for one in self.citables if one.cites in ticked or one.speaks_of(wanted)
        ]


def grouped(places: Sequence[Place]) -> list[tuple[str, list[Choice]]]:
    """Return the places as a select shows them, a group for each key theme."""
    groups: dict[int, tuple[str, list[Choice]]] = {}
    for place in places:
        number = place.key_theme.number
        group = groups.setdefault(number, (str(place.key_theme), []))
        group[1].append((place.key, _called(place)))
    return list(groups.values())


def _called(place: Place) -> str:
    """Return what a place is called in a select."""
    if place.action is not None:
        return f"{place.action.area.number} {place.action.title}"
    if place.area is not None:
        return gettext("The whole of area %(area)s") % {"area": place.area}
    return gettext("The whole of key theme %(number)s") % {
        "number": place.key_theme.number
    }
