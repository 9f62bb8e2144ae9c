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
    kept("bills come all at once and i havent got a clue which one first"),
    kept("how do u pay rent AND eat on what they give us"),
    kept("credit took weeks to come through, lived off the foodbank"),
    kept("got a letter about council tax and court, is that real"),
    kept("somebody to sit down and do a budget with me"),
    kept("no fridge no bed no curtains. welcome home"),
    kept("a washing machine, and someone to plug it in"),
    kept("paint, carpet, lightbulbs. it echoes"),
    kept("the furniture grant only works at one shop and its dear"),
    kept("that housing form is longer than my gcse paper"),
    kept("passport, birth certificate, ni number. get them sorted before 18"),
    kept("letters that dont sound like a robot wrote them", quote=False),
    kept("what does tenancy even mean, nobody explained the words"),
    kept("evenings on my own, i put the radio on for the voices"),
    kept("something open at night or on a sunday when its quiet"),
    kept("christmas on your own is rubbish. do the dinner again"),
    kept("i miss the noise of the home at night"),
    kept("a mentor whos left care and knows how lonely it gets"),
    kept("learn to cook and wash and fix a fuse before not after"),
    kept("practise flat for a few weeks with staff about"),
    kept("start talking about leaving when we are 16, not 6 weeks before"),
    kept("same PA from 16 to 21 please"),
    kept("4 PAs in 2 years. tell the story, again"),
    kept("text me back even if its just ok"),
    kept("she says shell ring and she doesnt ring"),
    kept("to live nearer my little sister", quote=False),
    kept("get told a date and then it changes and then it changes again"),
    kept("college was two buses from the hostel so i stopped going"),
    kept("do something with the answers this time"),
    kept("who is it now? mine left and theres no name on the letter"),
    kept("a hairdresser who can do my hair"),
    kept("idk really", quote=False),
    kept("night buses"),
    kept("a flat with a bath"),
    kept("driving lessons"),
    kept("a dog"),
)
