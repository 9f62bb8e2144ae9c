"""Brings telephone numbers into the one form that gateways take (E.164); pure."""

import re

MOBILE_NUMBER = r"\A\+[1-9][0-9]{7,14}\Z"
_BRITISH_MOBILE = re.compile(r"\A(?:0|0044|44|\+44)(7[0-9]{9})\Z")
_SPACING = re.compile(r"[\s.\-–()]+")


def tidied(number: str) -> str:
    """Return a number as people write it (07700 900123) as +447700900123.

    A number of another country keeps its own code. What is no such number comes back
    without its spaces, to be refused with MOBILE_NUMBER.
    """
    bare = _SPACING.sub("", number.replace("(0)", ""))
    if found := _BRITISH_MOBILE.match(bare):
        return f"+44{found[1]}"
    return f"+{bare[2:]}" if bare.startswith("00") else bare
