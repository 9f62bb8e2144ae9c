"""What invented care leavers wrote that was read and kept, and that nobody tagged yet.

It says what the codebook knows from the earlier rounds in other words, so that there is
something for the machine to suggest; and some that no theme holds.
"""

from voice.demonstration.story.said import Said

BAND = "16-25"


def kept(words: str, *, quote: bool = True) -> Said:
    """Return a comment that was approved, without a theme."""
    return Said(words, BAND, quote=quote)


UNTAGGED = (
    kept("third PA in a year. had to tell my whole story again"),
    kept("when my worker changed nobody told me, i found out from a text"),
    kept("another new worker, start again from the start every time"),
    kept("ring when u say ur going to ring"),
    kept("my PA never texts back till the week after"),
    kept("they said tuesday and nobody came. twice"),
    kept("who is my PA? i havent got a name or a number", quote=False),
    kept("dont pass on what i said in private to the whole meeting"),
    kept("my stuff gets told to everyone before i even know"),
    kept("my PA listens and remembers what i said last time"),
    kept("she listens to me and does what she says"),
    kept("i want to see my brother more, its two buses now"),
    kept("let me see my sister without someone watching"),
    kept("moved with two days notice and my things in black bags again"),
    kept("nobody asked me where, they just moved me"),
    kept("moving three times before exams was too much", quote=False),
    kept("mates cant stay over in supported housing, its meant to be ordinary"),
    kept("somebody to sit and eat tea with on a sunday"),
    kept("miss college for meetings about me at 2 in the afternoon"),
    kept("help with the first bills and a bed before i move in to my own place"),
    kept("a cooker and a fridge in the flat before the first night"),
    kept("someone to show me how to do the money and the grant form"),
    kept("we said all this last year and heard nothing back"),
    kept("whats the point of filling this in if nothing comes back"),
    kept("driving lessons"),
    kept("a dog"),
)
