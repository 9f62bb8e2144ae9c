"""What the officer and a worker keep in order: pasted answers, and a near miss."""

# Sent three times through the link, within one lunch break.
PASTED = "this survey is well boring lol lol lol"
COPIES = 3
WHY_SET_ASIDE = "The same sentence three times through the link, in one lunch break."

NEAR_MISS_ON = -12
NEAR_MISS = {
    "what": (
        "A poster with the way in was pinned up in the staff kitchen, beside a list of "
        "who visits which home. It was seen and taken down before a young person came."
    ),
    "whom": "Nobody; about six homes were on the list, no young person by name.",
    "harm": "None is likely: only staff were in the room.",
    "done": "Posters are now handed to homes in an envelope of their own.",
    "told": "The team, at its meeting the next morning.",
    "why": "Nothing about a young person was seen by anybody who may not see it.",
}
