"""Every address of the house, and the bare page that ours is held against."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.benchmarks.questions import FIVE
from voice.small import sent_small
from voice.urls import urlpatterns as the_house

BARE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<title>Questions</title></head><body><form method="post">'
    "<fieldset><legend><h1>Question 0?</h1></legend>"
    + "".join(
        f'<p><label><input type="radio" name="answer" value="{key}"> '
        f"Option {key}</label></p>"
        for key in FIVE
    )
    + "</fieldset><button>Next</button></form></body></html>"
)


@sent_small
def bare(request: HttpRequest) -> HttpResponse:
    """Return the same first question with no style, no script and no database."""
    return HttpResponse(BARE)


urlpatterns = [path("bare/", bare), *the_house]
