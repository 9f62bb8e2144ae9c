"""Addresses of voice.releases."""

from django.urls import path

from voice.releases.views.answers import answers, drop_answers, take_answers
from voice.releases.views.earlier import (
    earlier,
    earlier_round,
    earlier_sheet,
    take_out_round,
)
from voice.releases.views.files import take_out
from voice.releases.views.listing import release_list
from voice.releases.views.proposing import propose
from voice.releases.views.recalling import recall
from voice.releases.views.release import (
    drop,
    kept_codebook,
    refuse,
    release_page,
    sign,
)
from voice.releases.views.rounds import rounds

app_name = "releases"
urlpatterns = [
    path("releases/", release_list, name="list"),
    path("releases/of/<slug:slug>/", propose, name="propose"),
    path("releases/answers/<slug:slug>/", answers, name="answers"),
    path(
        "releases/answers/<slug:slug>/<int:pk>/take/", take_answers, name="take_answers"
    ),
    path(
        "releases/answers/<slug:slug>/<int:pk>/drop/", drop_answers, name="drop_answers"
    ),
    path("releases/of/<slug:slug>/earlier/", earlier, name="earlier"),
    path(
        "releases/of/<slug:slug>/earlier/sheet.<str:kind>",
        earlier_sheet,
        name="earlier_sheet",
    ),
    path("releases/of/<slug:slug>/rounds/", rounds, name="rounds"),
    path("releases/earlier/<int:pk>/", earlier_round, name="earlier_round"),
    path("releases/earlier/<int:pk>/take-out/", take_out_round, name="take_out_round"),
    path("releases/<int:pk>/", release_page, name="release"),
    path("releases/<int:pk>/codebook/", kept_codebook, name="codebook"),
    *(
        path(f"releases/<int:pk>/{kind}/", take_out, {"kind": kind}, name=kind)
        for kind in ("csv", "xlsx", "json")
    ),
    path("releases/<int:pk>/sign/", sign, name="sign"),
    path("releases/<int:pk>/drop/", drop, name="drop"),
    path("releases/<int:pk>/recall/", recall, name="recall"),
    path("releases/<int:pk>/quotes/<int:quote>/refuse/", refuse, name="refuse_quote"),
]
