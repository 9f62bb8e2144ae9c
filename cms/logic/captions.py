"""Captions of a film: whether a file is WebVTT that a browser shows; pure.

Source: WebVTT, W3C Candidate Recommendation of 4 April 2019, section 4. Style sheets
are left out of what we take: captions bring words, not looks.
"""

import re

TIME = (
    r"(?:(?P<{0}h>\d{{2,}}):)?(?P<{0}m>[0-5]\d):(?P<{0}s>[0-5]\d)\.(?P<{0}ms>\d{{3}})"
)
TIMING = re.compile(
    "^" + TIME.format("a") + r"[ \t]+-->[ \t]+" + TIME.format("b") + r"(?:[ \t].*)?$"
)
SIGNATURE = re.compile("^\ufeff?WEBVTT(?:[ \t].*)?$")


def is_captions(text: str) -> bool:
    """Say whether `text` is WebVTT with at least one caption, each ending after it begins."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not SIGNATURE.match(lines[0]) or any(line.strip() == "STYLE" for line in lines):
        return False
    timings = [line for line in lines if "-->" in line]
    return bool(timings) and all(map(_is_timing, timings))


def _is_timing(line: str) -> bool:
    """Say whether a line holds two times, the second one later."""
    found = TIMING.match(line.strip())
    return found is not None and _seconds(found, "a") < _seconds(found, "b")


def _seconds(found: re.Match[str], which: str) -> float:
    """Return one of the two times, in seconds."""
    hours, minutes, seconds, thousandths = (
        int(found[which + part] or 0) for part in ("h", "m", "s", "ms")
    )
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
