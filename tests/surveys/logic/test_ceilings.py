import pytest
from django.conf import settings

from surveys.logic import ceilings
from surveys.logic.ceilings import Ceiling, Ceilings

EACH = Ceiling(3, 1)
AMPLE = Ceiling(1000, 1000)


def refused(limits, device, *, times, now=0.0):
    """Return how many of so many requests are refused."""
    return sum(limits.refuses(device, now=now) > 0 for _ in range(times))


def test_a_device_may_ask_so_often_at_once_and_so_often_a_second():
    limits = Ceilings(EACH, AMPLE)
    assert refused(limits, "a", times=5) == 2
    assert refused(limits, "a", times=5, now=2.0) == 3
    assert refused(limits, "a", times=5, now=100.0) == 2


def test_one_device_takes_nothing_from_another():
    limits = Ceilings(EACH, AMPLE)
    assert refused(limits, "a", times=10) == 7
    assert refused(limits, "b", times=3) == 0


def test_all_together_are_under_a_ceiling_too():
    limits = Ceilings(EACH, Ceiling(2, 1))
    assert [limits.refuses(device, now=0.0) > 0 for device in "abc"] == [
        False,
        False,
        True,
    ]
    assert limits.refuses("", now=0.0) == 2
    assert limits.refuses("", now=2.0) == 0


def test_a_device_is_told_after_how_many_seconds_to_ask_again():
    limits = Ceilings(Ceiling(1, 0.25), AMPLE)
    limits.refuses("a", now=0.0)
    wait = limits.refuses("a", now=0.0)
    assert wait == 5
    assert limits.refuses("a", now=0.0 + wait) == 0


def test_a_refusal_costs_nothing():
    limits = Ceilings(EACH, Ceiling(3, 1))
    assert refused(limits, "a", times=100) == 97
    assert limits.refuses("a", now=1.0) == 0


def test_only_so_many_devices_are_remembered(monkeypatch):
    monkeypatch.setattr(ceilings, "DEVICES", 2)
    limits = Ceilings(Ceiling(1, 1), AMPLE)
    assert [limits.refuses(device, now=0.0) for device in "abca"] == [0, 0, 0, 0]
    assert limits.refuses("c", now=0.0) > 0


@pytest.mark.parametrize("pages", [20])
def test_an_assembly_of_300_phones_is_under_the_ceilings_as_they_are_set(pages):
    """Start, and each page shown and sent without script, all in one process."""
    limits = Ceilings(
        Ceiling(settings.DEVICE_AT_ONCE, settings.DEVICE_A_SECOND),
        Ceiling(settings.ANSWERING_AT_ONCE, settings.ANSWERING_A_SECOND),
    )
    asked = 2 + 2 * pages
    for number in range(asked):
        now = 60 * number / asked
        for phone in range(300):
            assert limits.refuses(f"phone {phone}", now=now) == 0


def test_ten_thousand_requests_of_one_device_are_throttled():
    limits = Ceilings(
        Ceiling(settings.DEVICE_AT_ONCE, settings.DEVICE_A_SECOND),
        Ceiling(settings.ANSWERING_AT_ONCE, settings.ANSWERING_A_SECOND),
    )
    passed = sum(
        limits.refuses("a script", now=60 * n / 10_000) == 0 for n in range(10_000)
    )
    assert passed <= settings.DEVICE_AT_ONCE + 60 * settings.DEVICE_A_SECOND
    assert limits.refuses("a child", now=60.0) == 0
