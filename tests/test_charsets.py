import pytest
from django.test import Client

EDGE = "edge"
PART = (
    f'--{EDGE}\r\nContent-Disposition: form-data; name="code"\r\n\r\n'
    f"odd\r\n--{EDGE}--\r\n"
)
FORM = "application/x-www-form-urlencoded"

pytestmark = pytest.mark.django_db


def sent(content_type, body=PART):
    """Return the status of a posted page, with the forgery check and nothing raised."""
    phone = Client(enforce_csrf_checks=True, raise_request_exception=False)
    phone.cookies["csrftoken"] = "a" * 32
    headers = {"X-CSRFToken": "a" * 32}
    return phone.generic(
        "POST", "/c/", body, content_type=content_type, headers=headers
    ).status_code


@pytest.mark.parametrize(
    "charset", ["utf-16", "latin-1", "rot13", "zlib", "undefined", "nothing", ""]
)
@pytest.mark.parametrize("kind", [f"multipart/form-data; boundary={EDGE}", FORM])
def test_words_in_another_charset_are_refused_before_they_are_read(kind, charset):
    assert sent(f"{kind}; charset={charset}") == 400


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", '; charset="UTF-8"'])
def test_words_in_utf_8_are_read(charset):
    assert sent(f"multipart/form-data; boundary={EDGE}{charset}") == 422
    assert sent(FORM + charset, "code=odd") == 422
