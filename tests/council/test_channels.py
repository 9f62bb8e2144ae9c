import hashlib
import hmac
import json
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from voice.council.channels import NotDelivered, TextGateway, Webhook, second_channels
from voice.council.domain.alarms import raise_alarm
from voice.council.domain.deliveries import send_waiting
from voice.council.enums import AlarmKind, Channel, DeliveryOutcome
from voice.council.models import Delivery

pytestmark = pytest.mark.django_db
ABOUT = "4b0a6c2e-0000-4000-8000-000000000001"


class Gateway(BaseHTTPRequestHandler):
    """Answers as it is told, and remembers what it was sent."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, self.headers, body))
        time.sleep(self.server.waits)
        self.send_response(self.server.answers)
        self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/x")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.do_POST()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def gateway(settings):
    server = HTTPServer(("127.0.0.1", 0), Gateway)
    server.got, server.answers, server.waits = [], 200, 0
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    house = f"http://127.0.0.1:{server.server_port}"
    settings.ALERT_WEBHOOK_URL = f"{house}/hook"
    settings.ALERT_WEBHOOK_SECRET = "shared"
    settings.ALERT_TEXT_URL = f"{house}/text"
    settings.ALERT_TEXT_SECRET = "bearer"
    settings.ALERT_TEXT_SENDER = "Voice"
    settings.ALERT_TIMEOUT = 0.5
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def lead():
    return UserFactory(lead=True, mobile="+447700900123")


def test_the_webhook_is_signed_and_says_nothing_of_what_waits(gateway, lead):
    Webhook().send(to=lead, words="Please sign in.", message_id="one")
    ((path, headers, body),) = gateway.got
    assert path == "/hook"
    assert json.loads(body) == {
        "id": "one",
        "to": lead.email,
        "text": "Please sign in.",
    }
    signed = headers["X-Voice-Time"].encode() + b"." + body
    expected = hmac.new(b"shared", signed, hashlib.sha256).hexdigest()
    assert headers["X-Voice-Signature"] == f"sha256={expected}"
    assert abs(int(headers["X-Voice-Time"]) - time.time()) < 60


def test_the_gateway_is_given_number_sender_words_and_key(gateway, lead):
    TextGateway().send(to=lead, words="Please sign in.", message_id="one")
    ((path, headers, body),) = gateway.got
    assert (path, headers["Authorization"]) == ("/text", "Bearer bearer")
    assert json.loads(body) == {
        "id": "one",
        "from": "Voice",
        "to": "+447700900123",
        "text": "Please sign in.",
    }


@pytest.mark.parametrize("answer", [301, 302, 400, 401, 500])
def test_any_answer_but_yes_is_no_and_nothing_is_followed(gateway, lead, answer):
    gateway.answers = answer
    with pytest.raises(NotDelivered, match=f"The answer was {answer}."):
        Webhook().send(to=lead, words="w", message_id="one")
    assert len(gateway.got) == 1


def test_a_gateway_that_does_not_answer_in_time_is_given_up_for_now(gateway, lead):
    gateway.waits = 1
    with pytest.raises(NotDelivered, match="No answer"):
        TextGateway().send(to=lead, words="w", message_id="one")


def test_a_gateway_that_is_gone_is_not_an_error_of_ours(gateway, lead, settings):
    settings.ALERT_TEXT_URL = "http://127.0.0.1:1/text"
    with pytest.raises(NotDelivered, match="No answer"):
        TextGateway().send(to=lead, words="w", message_id="one")


@pytest.mark.parametrize(
    "address", ["http://sms.example/text", "file:///etc/passwd", "ftp://x/y", "nothing"]
)
def test_only_https_in_production(settings, lead, address):
    settings.ALERT_ALLOW_HTTP = False
    settings.ALERT_TEXT_URL = address
    with pytest.raises(NotDelivered, match="https"):
        TextGateway().send(to=lead, words="w", message_id="one")


def test_channels_are_those_the_environment_names(settings):
    assert second_channels() == {}
    settings.ALERT_WEBHOOK_URL = "https://hook.example/"
    assert list(second_channels()) == [Channel.WEBHOOK]


def outcomes():
    return dict(Delivery.objects.values_list("channel", "outcome"))


@pytest.mark.on_both
def test_an_alarm_goes_through_every_channel(gateway, lead):
    raise_alarm(AlarmKind.CONCERN, about=ABOUT)
    assert list(send_waiting(timezone.now())) == []
    assert set(outcomes().values()) == {DeliveryOutcome.SENT}
    assert len(outcomes()) == 4
    sent = b"".join(body for _, _, body in gateway.got)
    assert ABOUT.encode() not in sent
    assert b"concern" not in sent.lower()


@pytest.mark.on_both
def test_what_fails_is_written_down_tried_again_and_stops_no_other(gateway, lead):
    gateway.answers = 503
    raise_alarm(AlarmKind.CONCERN, about=ABOUT)
    now = timezone.now()
    assert len(list(send_waiting(now))) == 2
    assert outcomes() == {
        "desk": "sent",
        "email": "sent",
        "webhook": "waiting",
        "text": "waiting",
    }
    assert set(Delivery.objects.filter(tries=1).values_list("trouble", flat=True)) == {
        "",
        "The answer was 503.",
    }
    gateway.answers = 200
    assert list(send_waiting(now)) == []
    assert len(gateway.got) == 2
    list(send_waiting(now + timedelta(minutes=1)))
    assert set(outcomes().values()) == {DeliveryOutcome.SENT}
    ids = [json.loads(body)["id"] for _, _, body in gateway.got]
    assert len(ids) == 4
    assert len(set(ids)) == 2


@pytest.mark.on_both
def test_nobody_without_a_number_is_sent_a_text(gateway):
    UserFactory(lead=True)
    raise_alarm(AlarmKind.CONCERN, about=ABOUT)
    list(send_waiting(timezone.now()))
    assert outcomes()["text"] == DeliveryOutcome.NO_NUMBER
    assert [path for path, _, _ in gateway.got] == ["/hook"]
