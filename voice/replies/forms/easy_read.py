"""What a worker types of a reply in easy read."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.council.enums import EasyPicture
from voice.inputs import in_language
from voice.replies.domain.easy_read import Row
from voice.replies.enums import ReplyPart
from voice.replies.models import EasyRow

MOST_ROWS, EMPTY_ROWS = 40, 4


class EasyRowForm(forms.Form):
    """One row: a part, a picture and a sentence; an empty sentence is no row."""

    part = forms.ChoiceField(label=_("Part"), choices=ReplyPart)
    picture = forms.ChoiceField(label=_("Picture"), choices=EasyPicture)
    words = forms.CharField(
        label=_("Sentence"),
        max_length=200,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: object, language: str, **kwargs: object) -> None:
        """Have the sentence typed in `language`."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["words"].widget.attrs.update(in_language(language))

    @property
    def drawing(self) -> str:
        """Return the name of the drawing that is chosen, or of the first one."""
        return str(self["picture"].value() or EasyPicture.values[0])


class EasyRows(forms.BaseFormSet[EasyRowForm]):
    """The rows of one language, in their order."""

    def written(self) -> list[Row]:
        """Return the rows that have a sentence, as the domain takes them."""
        return [
            Row(
                ReplyPart(form.cleaned_data["part"]),
                EasyPicture(form.cleaned_data["picture"]),
                form.cleaned_data["words"],
            )
            for form in self.forms
            if form.cleaned_data.get("words", "").strip()
        ]


def easy_rows(
    rows: Sequence[EasyRow], *, language: str, data: object = None
) -> EasyRows:
    """Return the boxes of the rows in one language, and some empty ones below."""
    made = forms.formset_factory(
        EasyRowForm,
        formset=EasyRows,
        extra=EMPTY_ROWS,
        max_num=MOST_ROWS,
    )
    initial: list[dict[str, str]] = [
        {"part": row.part, "picture": row.picture, "words": row.words} for row in rows
    ] or [{"part": part.value} for part in ReplyPart]
    return made(  # type: ignore[return-value]
        data,  # type: ignore[arg-type]
        prefix=language,
        initial=initial,
        form_kwargs={"language": language},
    )
