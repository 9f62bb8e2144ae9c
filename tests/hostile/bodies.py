"""Malformed bodies: multipart, doubled fields, JSON, charsets, NULs, slow, forged."""

from random import Random
from urllib.parse import quote, quote_from_bytes, urlencode

from tests.hostile.ground import Ground, Held
from tests.hostile.odd import CHARSETS, QUESTIONS, RAW, deep, flat, word
from tests.hostile.wire import Sent, request

FORM = "application/x-www-form-urlencoded"
EDGE = "----edge7MA4YWxk"
# Where a page of a survey is sent, whatever its fields say.
PAGES = ("/s/1/", "/s/3/", "/s/99/")
# Where else a device sends forms; not where one is ended.
POSTED = (
    *PAGES,
    "/s/finish/",
    "/s/save/",
    "/s/contact/",
    "/s/sort-out/",
    "/s/look/",
    "/s/check/",
    "/c/",
    "/c/start/",
    "/r/",
    "/r/withdraw/",
    "/g/",
    "/language/",
    "/login/",
)


def wrong(rng: Random, held: Held) -> dict[str, str]:
    """Return the fields of a page, of which the answer is none that is offered."""
    return {
        "csrfmiddlewaretoken": held.token,
        "response": held.response,
        "question": rng.choice(QUESTIONS),
        "answer": "odd" + word(rng),
        "step": "next",
    }


def nowhere(rng: Random, held: Held) -> dict[str, str]:
    """Return fields that name no response and open nothing, each of them odd."""
    names = ("response", "question", "answer", "language", "age_band", "code", "next")
    names += ("login", "password", "name", "how", "year", "month", "words", "receipt")
    odd = {name: word(rng) for name in rng.sample(names, rng.randint(1, len(names)))}
    odd["response"] = rng.choice((word(rng) + "x", held.response[:-1], held.token))
    return odd | {"csrfmiddlewaretoken": held.token, "question": "odd" + word(rng)}


def post(
    held: Held, address: str, body: bytes, content_type: str | bytes = FORM, **more: str
) -> bytes:
    """Return a posted page of this browser."""
    headers: dict[str, str | bytes] = {"Cookie": held.cookie}
    headers |= {"Content-Type": content_type}
    return request("POST", address, headers=headers | dict(more), body=body)


def broken_multipart(rng: Random, ground: Ground) -> Sent:
    """Return a multipart form whose edges, heads or ends are broken."""
    held = rng.choice(ground.drafts)
    edge = EDGE.encode()
    parts = [_part(edge, name, value) for name, value in wrong(rng, held).items()]
    odd_head = rng.choice(
        (
            b"Content-Disposition: form-data\r\n",
            b'Content-Disposition: form-data; name=""\r\n',
            b"Content-Disposition: attachment\r\n",
            b'Content-Disposition: form-data; name="answer"; filename="\0.png"\r\n',
            b'Content-Disposition: form-data; name="a"; filename="../../x"\r\n',
            b"Content-Disposition: form-data; name*=utf-8''%ff%fe\r\n",
            b"Content-Disposition: form-data; name*=nothing''%41\r\n",
            b'Content-Disposition: form-data; name="recording"; filename="a"\r\n'
            b"Content-Type: image/png; charset=rot13\r\n",
            b'Content-Disposition: form-data; name="answer"\r\n'
            b"Content-Transfer-Encoding: base64\r\n",
            b'Content-Disposition: form-data; name="a"\r\nX: ' + b"a" * 20_000,
            b"\xff\xfe: \x00\r\n",
            b"no colon at all\r\n",
            b"",
        )
    )
    parts.append(b"--" + edge + b"\r\n" + odd_head + b"\r\n" + rng.choice(RAW))
    rng.shuffle(parts)
    end = rng.choice((b"--" + edge + b"--\r\n", b"--" + edge, b"", b"\r\n--"))
    body = b"\r\n".join(parts) + b"\r\n" + end
    if rng.random() < 0.3:
        body = body[: rng.randint(0, len(body))]
    content_type: str | bytes = rng.choice(
        (
            f"multipart/form-data; boundary={EDGE}",
            f'multipart/form-data; boundary="{EDGE}"',
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=" + "b" * 300,
            "multipart/form-data; boundary=ä",
            b"multipart/form-data; boundary=\xff",
            f"multipart/form-data; boundary={EDGE}; charset={rng.choice(CHARSETS)}",
            f"multipart/mixed; boundary={EDGE}",
        )
    )
    token = {"X-CSRFToken": held.token} if rng.random() < 0.7 else {}
    return Sent((post(held, rng.choice(PAGES), body, content_type, **token),))


def _part(edge: bytes, name: str, value: str) -> bytes:
    """Return one field of a multipart form."""
    head = b'Content-Disposition: form-data; name="' + name.encode() + b'"'
    return b"--" + edge + b"\r\n" + head + b"\r\n\r\n" + value.encode()


def duplicate_fields(rng: Random, ground: Ground) -> Sent:
    """Return a form whose fields come twice, the last of them another's, or thousands."""
    held, other = rng.sample(ground.drafts, 2)
    fields = list(wrong(rng, held).items())
    fields += rng.choice(
        (
            [("response", other.response)],
            [("response", ground.finished.response)],
            [("csrfmiddlewaretoken", other.token[::-1])],
            [("question", "odd")],
            [("answer", word(rng)) for _ in range(1_001)] + [("question", "odd")],
            [(f"field{number}", "") for number in range(4_001)],
            [("answer", "yes"), ("answer", "no"), ("question", "nothing")],
        )
    )
    return Sent((post(held, rng.choice(PAGES), urlencode(fields).encode()),))


def deep_json(rng: Random, ground: Ground) -> Sent:
    """Return JSON where forms are read, deep or of something else."""
    held = rng.choice(ground.drafts)
    body = rng.choice((deep, flat))(rng)
    if rng.random() < 0.3:
        fields = nowhere(rng, held) | {"answer": body[:200_000].decode()}
        return Sent((post(held, rng.choice(POSTED), urlencode(fields).encode()),))
    kind = rng.choice(("application/json", "text/json; charset=utf-16", FORM, "a/b/c"))
    token = {"X-CSRFToken": held.token, "Accept": "application/json"}
    return Sent((post(held, rng.choice(POSTED), body, kind, **token),))


def wrong_charset(rng: Random, ground: Ground) -> Sent:
    """Return words in another charset than the page's, or in one that is none."""
    held = rng.choice(ground.drafts)
    charset = rng.choice(CHARSETS)
    content_type = f"{FORM}; charset={charset}"
    fields = urlencode(nowhere(rng, held)).encode()
    body = rng.choice((fields, fields + b"&name=" + rng.choice(RAW)))
    if rng.random() < 0.4:
        content_type = f"multipart/form-data; boundary={EDGE}; charset={charset}"
        parts = [_part(EDGE.encode(), *one) for one in nowhere(rng, held).items()]
        body = b"\r\n".join([*parts, b"--" + EDGE.encode() + b"--\r\n"])
    token = {"X-CSRFToken": held.token}
    page = post(held, rng.choice(POSTED), body, content_type, **token)
    return Sent((page,))


def nuls(rng: Random, ground: Ground) -> Sent:
    """Return NULs and broken bytes in the names and values of fields."""
    held = rng.choice(ground.drafts)
    fields, address = _odd(rng, held)
    name = rng.choice([*fields, "words", "code", "login", "language"])
    odd = rng.choice((b"\0", b"a\0b", *RAW))
    if name in {"question", "answer", "response"}:
        odd = b"odd" + odd
    body = urlencode(fields).encode()
    body += b"&" + quote(name).encode() + b"=" + quote_from_bytes(odd).encode()
    if rng.random() < 0.3:
        body += b"&%00=%00&\0=\0"
    return Sent((post(held, address, body),))


def odd_fields(rng: Random, ground: Ground) -> Sent:
    """Return a well made form of odd words, which are no answer to anything."""
    held = rng.choice(ground.drafts)
    fields, address = _odd(rng, held)
    return Sent((post(held, address, urlencode(fields).encode()),))


def _odd(rng: Random, held: Held) -> tuple[dict[str, str], str]:
    """Return odd fields, and where they go."""
    if rng.random() < 0.6:
        return wrong(rng, held), rng.choice(PAGES)
    return nowhere(rng, held), rng.choice(POSTED)


def slow_body(rng: Random, ground: Ground) -> Sent:
    """Return a page that comes in pieces, or whose line is cut in the middle."""
    held = rng.choice(ground.drafts)
    whole = post(held, "/s/1/", urlencode(wrong(rng, held)).encode())
    cuts = sorted(rng.sample(range(1, len(whole)), 2))
    parts = (whole[: cuts[0]], whole[cuts[0] : cuts[1]], whole[cuts[1] :])
    if rng.random() < 0.4:
        return Sent(parts[:2], pause=0.1, hangs_up=True)
    return Sent(parts, pause=rng.choice((0.05, 0.2)))


def forged(rng: Random, ground: Ground) -> Sent:
    """Return a page without a forgery token, with another's, or from another site."""
    held, other = rng.sample(ground.drafts, 2)
    fields = {**wrong(rng, held), "question": "know_worker", "answer": "yes"}
    more: dict[str, str] = {}
    cookies = dict(held.cookies)
    way = rng.randrange(5)
    if way == 0:
        del fields["csrfmiddlewaretoken"]
    elif way == 1:
        fields["csrfmiddlewaretoken"] = rng.choice((word(rng), held.token[:-1], "é"))
    elif way == 2:
        # A token of before, replayed where the cookie has gone or is another's.
        cookies.pop("csrftoken", None)
        if rng.random() < 0.5:
            cookies["csrftoken"] = other.token[:32].rjust(32, "b")
    elif way == 3:
        more["Origin"] = rng.choice(
            ("https://evil.example", "null", "\x7f", "http://[")
        )
    else:
        more["Origin"] = "http://127.0.0.1.evil.example"
        more["Referer"] = word(rng).replace("\r\n", "").replace("\0", "")
    body = urlencode(fields).encode()
    forger = Held(cookies, held.token, held.response)
    return Sent((post(forger, rng.choice((*PAGES, "/s/finish/")), body, **more),))
