"""What every answer carries, whatever it is; and what the cookies may do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

HOUSE = Path(__file__).resolve().parents[2]
SECRETS = {
    "SECRET_KEY": "x",
    "ALLOWED_HOSTS": "voice.example",
    "VOICE_MASTER_KEYS": "one:" + "11" * 32,
    "VOICE_AUDIT_KEY": "22" * 32,
    "DATABASE_URL": "sqlite:///var/never-opened.sqlite3",
    "DJANGO_SETTINGS_MODULE": "voice.settings.production",
}
TELL = """
from django.conf import settings as s
print(s.WAGTAILADMIN_BASE_URL, s.LANGUAGE_COOKIE_SECURE, s.SESSION_COOKIE_SECURE)
"""


def under_production(**more):
    return subprocess.run(
        [sys.executable, "-c", TELL],
        cwd=HOUSE,
        env={"PATH": os.environ["PATH"]} | SECRETS | more,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post", "options"])
@pytest.mark.parametrize(
    "address",
    [
        "/account/login/",
        "/admin/",
        "/desk/",
        "/nothing-here/",
        "/s/1/",
        "/s/help/",
        "/static/css/house.css",
    ],
)
def test_every_answer_carries_the_strict_headers(settings, method, address):
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    page = getattr(Client(), method)(address)
    page.close()
    assert "camera=()" in page.headers["Permissions-Policy"]
    assert page.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    if not address.startswith("/static/"):
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert "no-store" in page.headers["Cache-Control"]


def test_redirect_to_https_carries_the_strict_headers(settings):
    settings.SECURE_SSL_REDIRECT = True
    page = Client().get("/account/login/")
    assert page.status_code == 301
    assert "camera=()" in page.headers["Permissions-Policy"]


@pytest.mark.django_db
def test_no_cookie_of_a_young_person_outlives_the_browser():
    page = Client().get("/account/login/")
    assert page.cookies
    assert {cookie["max-age"] for cookie in page.cookies.values()} == {""}


def test_production_needs_the_address_that_letters_lead_to():
    assert "BASE_URL" in under_production().stderr
    told = under_production(BASE_URL="https://voice.example")
    assert told.stdout.split() == ["https://voice.example", "True", "True"]
