"""What Calderwick's young editors were shown, what they said, and what came of it."""

GROUP = "Children in Care Council"
ABOUT_HOW_MANY = 8
SUPPORTED_BY = "Participation officer"

# Of the reply about home: they said not yet, and it went out all the same.
ABOUT_NEXT = "You say you will ask again. When? Say the month, or nobody believes it."
WHY_NOT = (
    "We do not know yet when the new team is there. We wrote down that you asked, and "
    "tell you the month once we know it."
)
WITHOUT = (
    "The reply was due in five days and the month they asked for was not known. They "
    "were told so, and are told the month first."
)
# A sentence for the board, by the number of its key theme: they said yes.
SAID_YES = (
    1,
    (
        "Tell us before we move, and help us bring what is ours.",
        "منتقلی سے پہلے ہمیں بتائیں، اور ہماری چیزیں ساتھ لانے میں مدد کریں۔",
    ),
)
# And one about which they said not yet: put otherwise since, and open to be read.
SAID_NOT_YET = (
    2,
    (
        "Workers should inform us in a timely manner when visits are rescheduled.",
        "ملاقات کا وقت بدلے تو ورکر ہمیں بروقت مطلع کریں۔",
    ),
    (
        "If you cannot come, ring us before, not after.",
        "اگر آپ نہیں آ سکتے تو ہمیں پہلے فون کریں، بعد میں نہیں۔",
    ),
    "None of us talks like that. Say: ring us before, not after.",
    "You are right. It says so now.",
)
