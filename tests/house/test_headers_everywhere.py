"""Every address, asked in every way, by strangers and by staff, answers strictly."""

import pytest
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path
from django.views.static import serve

from tests.factories.accounts import UserFactory
from tests.house.addresses import addresses
from voice import urls as voice_urls
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db
METHODS = ("get", "head", "post", "put", "patch", "delete", "options", "trace")
PATHS = sorted({address.path for address in addresses()})
STRICT = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def faults(page, address):
    """Return the headers that an answer lacks, by name."""
    found = [name for name, said in STRICT.items() if page.headers.get(name) != said]
    if "camera=()" not in page.headers.get("Permissions-Policy", ""):
        found.append("Permissions-Policy")
    policy = page.headers.get("Content-Security-Policy", "")
    frames = (
        "frame-ancestors 'self'"
        if address.startswith("/admin/")
        else ("frame-ancestors 'none'")
    )
    if "default-src 'none'" not in policy or frames not in policy:
        found.append("Content-Security-Policy")
    if "no-store" not in page.headers.get("Cache-Control", ""):
        found.append("Cache-Control")
    if page.headers.get("Server") or page.headers.get("X-Powered-By"):
        found.append("Server")
    return found


@pytest.mark.parametrize("method", METHODS)
def test_strangers_get_the_strict_headers_everywhere(method):
    client = Client(raise_request_exception=False)
    lacking = {}
    for address in PATHS:
        page = getattr(client, method)(address)
        if faults(page, address):
            lacking[address] = faults(page, address)
    assert lacking == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_staff_get_the_strict_headers_everywhere(method):
    # Somebody with every role comes further into each page.
    user = UserFactory(roles=list(Role))
    lacking = {}
    for address in PATHS:
        client = Client(raise_request_exception=False)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        page = getattr(client, method)(address)
        if faults(page, address):
            lacking[address] = faults(page, address)
    assert lacking == {}


def broken(request):
    raise RuntimeError


def missing(request):
    raise Http404


class BrokenHouse:
    """Addresses that fail, beside those of the house."""

    handler404 = "django.views.defaults.page_not_found"
    urlpatterns = [
        path("broken/", broken),
        path("missing/", missing),
        path(
            "kept/",
            lambda request: HttpResponse(headers={"Cache-Control": "max-age=99"}),
        ),
        *voice_urls.urlpatterns,
    ]


@pytest.mark.parametrize(
    ("address", "status"),
    [("/broken/", 500), ("/missing/", 404), ("/nowhere/", 404), ("/kept/", 200)],
)
def test_errors_carry_the_strict_headers(settings, address, status):
    settings.ROOT_URLCONF = BrokenHouse
    page = Client(raise_request_exception=False).get(address)
    assert (page.status_code, faults(page, address)) == (status, [])


def test_a_refused_form_carries_the_strict_headers():
    page = Client(enforce_csrf_checks=True).post("/account/login/", {})
    assert (page.status_code, faults(page, "/account/login/")) == (403, [])


def test_media_carry_the_strict_headers(settings, tmp_path):
    (tmp_path / "planted.txt").write_text("words")
    settings.ROOT_URLCONF = type(
        "MediaHouse",
        (BrokenHouse,),
        {
            "urlpatterns": [
                path("media/<path:path>", serve, {"document_root": tmp_path}),
                *voice_urls.urlpatterns,
            ]
        },
    )
    page = Client().get("/media/planted.txt")
    assert b"".join(page.streaming_content) == b"words"
    assert faults(page, "/media/planted.txt") == []
    page.close()


def test_a_static_file_named_after_its_content_is_kept_and_no_other(settings):
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    page = Client().get("/static/css/house.css")
    page.close()
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")


def test_a_hashed_static_file_is_kept_for_good(rf):
    from voice.headers import StrictHeaders

    said = "max-age=315360000, public, immutable"
    page = StrictHeaders(lambda request: HttpResponse(headers={"Cache-Control": said}))
    assert page(rf.get("/static/a.0123456789ab.css")).headers["Cache-Control"] == said
    assert page(rf.get("/desk/")).headers["Cache-Control"] == "no-store"
