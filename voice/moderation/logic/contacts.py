"""Where somebody can be found: postcodes, addresses, e-mail, names on apps; pure.

Each function takes a folded copy (small plain letters and digits) and yields where it
saw one, in characters of the copy.
"""

import re
from collections.abc import Iterator

Place = tuple[int, int]

# The shape Royal Mail gives: area, district, sector, unit.
POSTCODE = re.compile(
    r"(?<!\w)[a-z]{1,2}\d[a-z\d]?[\s.-]{0,3}\d[abd-hjlnp-uw-z]{2}(?!\w)"
)
STREET = (
    r"(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|cres|court|place"
    r"|way|grove|terrace|gardens|gdns|mews|row|square|rise|view|walk|approach|green"
    r"|hill|parade|lodge|house|towers?|buildings?)"
)
SURE_STREET = r"(?:street|road|avenue|lane|close|drive|crescent|grove|terrace|mews)"
NUMBER = (
    r"(?:(?:flat|apartment|unit|room)\s\d{1,4}[a-z]?,?\s)?"
    r"(?:no\.?\s|number\s)?\d{1,4}[a-z]?,?\s"
)
ADDRESS = re.compile(
    rf"(?<![\w£])(?:{NUMBER}(?!(?:of|in|on|at|to|the|minutes?|hours?|days?)\s)"
    rf"(?:[a-z'’-]{{2,20}}\s){{1,3}}{STREET}(?!\w)"
    r"|(?:flat|apartment)\s(?:no\.?\s)?\d{1,4}[a-z]?(?!\w))"
)
ON_STREET = re.compile(
    r"(?<!\w)(?:(?:live|lives|living|stay|stays|staying|house is|flat is|home is)"
    r"\s(?:on|in|at|down|near)|on|at)\s"
    rf"(?P<street>(?!(?:the|a|my|our|this|that|main|busy)\s)(?:[a-z'’-]{{2,20}}\s)"
    rf"{{1,2}}{SURE_STREET})(?!\w)"
)
EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\sat\s(?=[\w-]+\s?(?:\.|dot|\(dot\))\s?\w))\s?"
    r"[\w-]{1,63}(?:\s?(?:\.|\sdot\s|\(dot\)|\[dot\])\s?[a-z][\w-]{1,62}){1,4}"
)
AT_HANDLE = re.compile(r"(?<![\w.@+-])@[a-z\d_.]{2,29}[a-z\d_]")
APPS = (
    r"(?:snap(?:chat)?|insta(?:gram)?|ig|tik\s?tok|discord|whats\s?app|facebook|fb"
    r"|twitter|telegram|roblox|xbox|psn|steam|twitch|youtube|bereal|kik|signal|yubo"
    r"|gamer\s?tag|user\s?name|handle)"
)
APP_HANDLE = re.compile(
    rf"(?<!\w){APPS}(?:\s(?:name|id|user|user\s?name|tag|account|handle))?"
    r"(?P<between>\s?[:=>-]+\s?|\s(?:is|called)\s|'?s\s|\s)"
    r"(?P<handle>[a-z\d][\w.#-]{2,29})(?!\w)"
)


def postcodes(text: str) -> Iterator[Place]:
    """Yield whole postcodes."""
    for match in POSTCODE.finditer(text):
        yield match.span()


def addresses(text: str) -> Iterator[Place]:
    """Yield a house with its street, a flat with its number, or the street lived in."""
    for match in ADDRESS.finditer(text):
        yield match.span()
    for match in ON_STREET.finditer(text):
        yield match.span("street")


def emails(text: str) -> Iterator[Place]:
    """Yield e-mail addresses, also with “at” and “dot” in words."""
    for match in EMAIL.finditer(text):
        yield match.span()


def handles(text: str) -> Iterator[Place]:
    """Yield names on apps: after an @, or after the app's own name.

    Without an @ or a colon it must look made up: a digit, a dot, a line.
    """
    for match in AT_HANDLE.finditer(text):
        yield match.span()
    for match in APP_HANDLE.finditer(text):
        looks_made_up = re.search(r"[\d_.#]", match["handle"][:-1])
        if looks_made_up or re.search("[:=]", match["between"]):
            start, end = match.span("handle")
            yield start, end - match["handle"].endswith(".")
