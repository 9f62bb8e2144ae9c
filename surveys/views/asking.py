"""Who asks for something beside the questions, as far as a device knows."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from surveys.views import device


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, as far as this device knows, and where they go on."""

    invitation: int
    language: str
    age_band: str
    finished: bool
    number: int = 0
    """The step they came from; none from the last page, or after the end."""

    @property
    def back(self) -> str:
        """Return the address of the page they came from."""
        if self.finished:
            return reverse("surveys:thanks")
        if self.number:
            return reverse("surveys:step", args=[self.number])
        return reverse("surveys:finish")

    def here(self, name: str) -> str:
        """Return the address of one of the pages of asking, for where they came from."""
        if self.number:
            return reverse(f"surveys:{name}_from", args=[self.number])
        return reverse(f"surveys:{name}")


def who_asks(request: HttpRequest, number: int = 0) -> Asking | None:
    """Return who asks on this device: answering, or finished in the last ten minutes."""
    if response := device.response_on(request):
        return Asking(
            response.invitation_id,
            response.language,
            response.age_band,
            finished=False,
            number=number,
        )
    if finished := device.finished_on(request):
        return Asking(
            finished.invitation, finished.language, finished.age_band, finished=True
        )
    return None
