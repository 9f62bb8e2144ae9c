"""Numbers that lead to one person: telephones, dates, NHS and NI numbers; pure.

Each function takes a folded copy (small plain letters and digits) and yields where it
saw one, in characters of the copy.
"""

import re
from collections.abc import Iterator

import phonenumbers

Place = tuple[int, int]

# At least ten digits that begin as numbers in the United Kingdom do (Ofcom's plan);
# an o or an l among them is meant for 0 or 1.
UK_PHONE = re.compile(
    r"(?<![\w+])(?:\+?44|[0o]{2}44|\(?[0o])(?:[\s().,/_-]*[\dol]){9,10}(?!\w)"
)
SPOKEN = {
    **dict.fromkeys(("zero", "oh", "o", "nought", "naught"), "0"),
    **dict.fromkeys(("one", "two", "three", "four", "five"), "1"),
    **dict.fromkeys(("six", "seven", "eight", "nine"), "1"),
    **dict.fromkeys(("double", "triple", "treble"), ""),
}
# Nine or more digits said in words, one after another.
SPOKEN_PHONE = re.compile(
    r"(?<!\w)(?:(?:" + "|".join(SPOKEN) + r"|\d)[\s,.-]+){8,}(?:"
    r"" + "|".join(SPOKEN) + r"|\d)(?!\w)"
)
NHS_NUMBER = re.compile(r"(?<!\d)(\d{3})[\s.-]?(\d{3})[\s.-]?(\d{4})(?!\d)")
# HMRC's rule for prefixes (National Insurance Manual, NIM39110).
NI_NUMBER = re.compile(
    r"(?<!\w)(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prtw-z][a-ceghj-nprtw-z]"
    r"[\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?[a-d](?!\w)"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?"
YEAR = r"(?:(?:19[3-9]|20[0-3])\d|'?\d{2})"
DATE = re.compile(
    r"(?<![\w/.])(?:"
    rf"{DAY}\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?{YEAR}"
    r"|(?:19[3-9]|20[0-3])\d[/.-](?:0[1-9]|1[0-2])[/.-](?:0[1-9]|[12]\d|3[01])"
    rf"|{DAY}\s(?:of\s)?{MONTH},?\s(?:19[3-9]|20[0-3])\d"
    rf"|{MONTH}\s{DAY},?\s(?:19[3-9]|20[0-3])\d"
    r")(?![\w/])"
)
# A day without its year says a birthday only when it is called one.
BIRTHDAY = re.compile(
    r"(?<!\w)(?:birthday|bday|b'?day|born|d\.?o\.?b\.?|date of birth)(?!\w)"
    rf"[^.!?\n]{{0,20}}?(?P<date>{DAY}\s(?:of\s)?{MONTH}|{MONTH}\s{DAY}"
    rf"|{DAY}\s?[/.-]\s?(?:0?[1-9]|1[0-2]))(?!\w)"
)


def phones(text: str) -> Iterator[Place]:
    """Yield telephone numbers, wherever in the world, digits or said in words."""
    for found in phonenumbers.PhoneNumberMatcher(
        text, "GB", leniency=phonenumbers.Leniency.VALID
    ):
        yield found.start, found.end
    for match in UK_PHONE.finditer(text):
        if sum(letter.isdigit() for letter in match.group()) >= 6:
            yield match.span()
    for match in SPOKEN_PHONE.finditer(text):
        if not match.group().replace(" ", "").isdigit():
            yield match.span()


def dates(text: str) -> Iterator[Place]:
    """Yield whole dates, and days that are called somebody's birthday."""
    for match in DATE.finditer(text):
        yield match.span()
    for match in BIRTHDAY.finditer(text):
        yield match.span("date")


def nhs_numbers(text: str) -> Iterator[Place]:
    """Yield ten digits whose last is the check digit of the ones before.

    Modulus 11, as the NHS Data Dictionary has it.
    """
    for match in NHS_NUMBER.finditer(text):
        if _is_nhs_number("".join(match.groups())):
            yield match.span()


def ni_numbers(text: str) -> Iterator[Place]:
    """Yield National Insurance numbers."""
    for match in NI_NUMBER.finditer(text):
        yield match.span()


def _is_nhs_number(digits: str) -> bool:
    """Say whether the tenth digit checks the nine before it."""
    total = sum(
        int(digit) * weight
        for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return len(set(digits)) > 1 and (11 - total % 11) % 11 == int(digits[9])
