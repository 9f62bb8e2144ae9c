"""Malformed lines and headers: methods, targets, lengths that lie, cookies."""

from random import Random
from urllib.parse import quote

from tests.hostile.bodies import FORM
from tests.hostile.ground import Ground
from tests.hostile.odd import RAW, word
from tests.hostile.wire import Sent, request

ASKED = ("/", "/s/1/", "/c/", "/help/", "/en/", "/desk/", "/login/", "/en/search/")
METHODS = (
    "HEAD",
    "OPTIONS",
    "PUT",
    "DELETE",
    "PATCH",
    "TRACE",
    "CONNECT",
    "FOO",
    "get",
)


def request_line(rng: Random, ground: Ground) -> Sent:
    """Return a request whose first line is wrong."""
    host = b"\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    lines = (
        b"GET / HTTP/9.9",
        b"GET / HTTP/0.9",
        b"GET /",
        b"GET  /  HTTP/1.1",
        b"GET /" + b"a" * 9_000 + b" HTTP/1.1",
        b"GET http://elsewhere.example/ HTTP/1.1",
        b"GET //elsewhere.example/s/1/ HTTP/1.1",
        b"GET \\\\..\\.. HTTP/1.1",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"\0GET / HTTP/1.1",
        b"GET / HTTP/1.1\r\n",
        b"PRI * HTTP/2.0",
        b"GET * HTTP/1.1",
        b"GET /s/1/?" + b"a=&" * 2_000 + b" HTTP/1.1",
        b"",
    )
    if rng.random() < 0.5:
        return Sent((rng.choice(lines) + host,))
    held = rng.choice(ground.drafts)
    headers: dict[str, str | bytes] = {"Cookie": held.cookie}
    return Sent((request(rng.choice(METHODS), rng.choice(ASKED), headers=headers),))


def target(rng: Random, ground: Ground) -> Sent:
    """Return an address with odd bytes, dots or numbers in it."""
    begins = ("/", "/a/", "/s/", "/s/m/", "/r/", "/g/", "/en/", "/media/", "/static/")
    begins += ("/documents/", "/health/", "/desk/", "/admin/", "/language/", "/e/")
    odd = rng.choice((quote(word(rng), safe=""), "%00", "%ff%fe", "%2e%2e%2f" * 6))
    raw = rng.choice((odd.encode(), rng.choice(RAW).replace(b"\0", b"%00")))
    address = rng.choice(begins).encode() + raw[:4_000] + rng.choice((b"/", b"", b"?a"))
    return Sent((request("GET", address),))


def huge_headers(rng: Random, ground: Ground) -> Sent:
    """Return more, longer or stranger headers than anybody sends."""
    held = rng.choice(ground.drafts)
    many: dict[str, str | bytes] = {f"X-{number}": "a" for number in range(150)}
    one: dict[str, str | bytes] = rng.choice(
        (
            many,
            {"X-Long": "a" * rng.choice((7_000, 9_000, 200_000))},
            {"Cookie": "a=" + "b" * 7_500},
            {"Cookie": "; ".join(f"c{number}=x" for number in range(500))},
            {"Accept-Language": "en;q=1," * 900},
            {"Accept-Language": "x" * 5_000},
            {"Accept-Language": rng.choice(RAW).replace(b"\0", b"")},
            {"X-Forwarded-For": "1.2.3.4, " * 500},
            {"X-Forwarded-Host": "elsewhere.example"},
            {"X-Forwarded-Proto": "https, http"},
            {"X-Request-ID": "a" * 5_000},
            {"Accept": "," * 5_000},
            {"Range": "bytes=0-,0-,0-,0-"},
            {"If-Modified-Since": "yesterday"},
            {"If-None-Match": '"' * 999},
            {"Host": rng.choice(("elsewhere.example", "127.0.0.1:99999", "a b", ""))},
            {"Expect": "the worst"},
            {"Authorization": "Bearer " + "a" * 4_000},
            {"Accept-Encoding": "gzip;q=nan, br;q=-1, *;q=9"},
            {"Upgrade": "h2c"},
        )
    )
    headers = {"Cookie": held.cookie} | one
    asked = rng.choice((*ASKED, "/static/css/tokens.css", "/health/metrics/"))
    return Sent((request("GET", asked, headers=headers),))


def lying_headers(rng: Random, ground: Ground) -> Sent:
    """Return a body whose length is not what its headers say."""
    held = rng.choice(ground.drafts)
    said: dict[str, str | bytes] = rng.choice(
        (
            {"Content-Length": "99999"},
            {"Content-Length": "1"},
            {"Content-Length": "-1"},
            {"Content-Length": "+5"},
            {"Content-Length": "1_0"},
            {"Content-Length": "٣"},
            {"Content-Length": "9" * 30},
            {"Content-Length": "5, 6"},
            {"Content-Length": "0"},
            {"Transfer-Encoding": "chunked"},
            {"Transfer-Encoding": "chunked", "Content-Length": "5"},
            {"Transfer-Encoding": "chunked, chunked"},
            {"Transfer-Encoding": "xchunked"},
            {"Transfer-Encoding": "gzip, chunked"},
            {"Content-Encoding": "gzip"},
        )
    )
    body = rng.choice(
        (
            b"response=odd&answer=1",
            b"5\r\nhello\r\n0\r\n\r\n",
            b"FFFFFFFFFFFFFFFF\r\nhello",
            b"-1\r\nhello\r\n",
            b"5;a=" + b"b" * 9_000 + b"\r\nhello\r\n0\r\n\r\n",
            b"5\r\nhel",
            b"zz\r\n\r\n",
            b"0\r\nX: y\r\n\r\nGET /s/exit/ HTTP/1.1\r\n\r\n",
        )
    )
    headers: dict[str, str | bytes] = {"Cookie": held.cookie, "Content-Type": FORM}
    headers |= {"X-CSRFToken": held.token} | said
    return Sent((request("POST", "/s/1/", headers=headers, body=body),))


def broken_headers(rng: Random, ground: Ground) -> Sent:
    """Return header lines that are none."""
    line = rng.choice(
        (
            b"No colon",
            b" Folded: yes",
            b"Na me: x",
            b": empty",
            b"X: a\0b",
            b"X: a\rb",
            b"X\xff: y",
            b"Cookie: \xff\xfe=\x80",
            b"Cookie: =;;==;=",
            b"Content-Length: 5\r\nContent-Length: 6",
            b"Host: another.example",
            b"X_Forwarded_For: a",
        )
    )
    asked = rng.choice(ASKED).encode()
    head = b"GET " + asked + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    return Sent((head + line + b"\r\n\r\n",))


def odd_cookies(rng: Random, ground: Ground) -> Sent:
    """Return cookies that open nothing, under the names that do."""
    held = rng.choice(ground.drafts)
    names = [*held.cookies, "sessionid", "csrftoken", "questions", "look", "opened"]
    names += ["messages", "django_language", "tries", "room"]
    odd = {name: word(rng) for name in rng.sample(names, 3)}
    kept = "; ".join(f"{name}={value}" for name, value in odd.items())
    clean = (
        kept.encode("utf-8", "surrogatepass").replace(b"\r\n", b"").replace(b"\0", b"~")
    )
    asked = rng.choice((*ASKED, "/s/thanks/", "/r/", "/g/", "/c/start/", "/s/save/"))
    return Sent((request("GET", asked, headers={"Cookie": clean[:7_000]}),))
