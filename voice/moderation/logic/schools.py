"""Names of schools: those on the council's list, and what is plainly a school; pure."""

import re
from collections.abc import Iterator

Place = tuple[int, int]
KINDS = (
    "school",
    "academy",
    "college",
    "high",
    "primary",
    "infant",
    "infants",
    "junior",
    "juniors",
    "nursery",
    "grammar",
    "secondary",
    "comprehensive",
    "comp",
    "sixth form",
    "prep",
)
# Said in the register and hardly ever by children.
LEFT_OUT = re.compile(
    r"\b(?:the|school|academy|college|catholic|church of england|c of e|ce|rc|va|vc"
    r"|voluntary (?:aided|controlled)|community|foundation|and nursery|nursery|trust"
    r"|high|primary|infants?|juniors?|secondary|comprehensive|grammar|sixth form"
    r"|centre|specialist|special)\b"
)
KIND = "|".join(KINDS)
CALLED_A_SCHOOL = re.compile(
    rf"(?<!\w)(?P<name>(?:(?:st|saint)\.?\s)?(?:[^\W\d_][\w'’-]+\s){{1,3}}(?:{KIND})"
    rf"(?:\s(?:{KIND}))*)(?!\w)"
)
EVERYDAY = re.compile(
    r"(?:(?:i|to|at|my|our|the|a|an|his|her|their|in|from|of|for|and|go|goes|went|is|was"
    r"|new|old|this|that|every|after|before|during|when|like|love|hate|love|left|start"
    r"|started|starting|finish|finished|miss|missed|moved|move|changed|change|be|been"
    r"|it|we|they|you|he|she|big|good|bad|nice|special|boarding|high|primary|secondary"
    r"|infant|junior|nursery|grammar|sixth|form|too|so|very|really|get|getting|got|do"
    r"|home|middle|same|different|another|any|no|not|all|about|with|or|as|on|off|out|up"
    r"|nobody|everyone|people|kids|children|local|main|private|whole|both|two|next|last"
    r"|first|help|more|less|than|if|are|at|attend|attends|since|but|now|then|at)\s)+"
)


def ways_said(name: str) -> Iterator[str]:
    """Yield how a school of the council's list may be called, by its folded name.

    The whole name, the name without what nobody says, and that with each kind it has.
    A single short word is no name by itself: “park” is a park.
    """
    whole = " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['’]", "", name)).split())
    yield whole
    core = " ".join(LEFT_OUT.sub(" ", whole).split())
    if not core or core == whole:
        return
    for kind in KINDS:
        if re.search(rf"\b{kind}\b", whole):
            yield f"{core} {kind}"
    if " " in core:
        yield core


def called_a_school(text: str, *, capitals: frozenset[int]) -> Iterator[Place]:
    """Yield “Greenfield Academy”: names that end in a kind of school.

    `text` is a folded copy, `capitals` where a capital stands in it; a name needs one,
    or begins with “st”.
    """
    for match in CALLED_A_SCHOOL.finditer(text):
        start = match.start()
        while everyday := EVERYDAY.match(text, start, match.end()):
            start = everyday.end()
        named = text[start : match.end()]
        if named in KINDS or start >= match.end() or named.split()[0] in KINDS:
            continue
        if start in capitals or re.match(r"(?:st|saint)\.?\s", named):
            yield start, match.end()
