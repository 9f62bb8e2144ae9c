"""What invented young people wrote about leaving care; some of it waits to be read."""

from voice.demonstration.story.said import Said
from voice.demonstration.story.said_leaving_home import AT_HOME
from voice.demonstration.story.said_leaving_people import AMONG_PEOPLE
from voice.demonstration.story.said_untagged import UNTAGGED

BAND = "16-25"


def waiting(words: str, *, quote: bool = True, language: str = "en") -> Said:
    """Return a comment nobody has read yet."""
    return Said(words, BAND, quote=quote, language=language, wait=True)


SAID = (
    waiting("they gave me a flat with no cooker and a grant form i didnt understand"),
    waiting("my PA is sound but shes got like 30 of us"),
    waiting(
        "I would of liked someone to show me how council tax works before I got the red letter"
    ),
    waiting("scared of being on my own at night tbh", quote=False),
    waiting("add me on snap @kez_demo21 ill tell u more", quote=False),
    waiting("someone to come round the first week. just to sit"),
    waiting("furniture. i slept on the floor for 9 days"),
    waiting("know who to ring when the boiler goes"),
    waiting("not doing it on my 18th birthday"),
    waiting("money help"),
    waiting("practise. let us live in it for a weekend first"),
    waiting(
        "The grant sounds a lot until you buy a fridge, a bed and curtains and then it is gone. "
        "Nobody told me you can get the curtains second hand from the hub. I found out from a "
        "girl at work."
    ),
    waiting("wifi"),
    waiting("më mungon nëna, dua të jetoj afër saj"),
    waiting("I want to stay near my foster mum not across the city"),
    waiting("chcę mieszkać bliżej siostry, a nie po drugiej stronie miasta"),
    waiting("cooking lessons that arent pasta"),
    waiting("dont stop texting when i turn 21"),
    waiting("somebody who has done it before me to talk to"),
    waiting("idk"),
    waiting("the flat was fine the stairs werent. 4 floors with a mattress"),
    waiting("کاغذات کی زبان آسان ہو اور کوئی ساتھ بیٹھ کر بھروا دے", language="ur"),
    waiting("tell me what i can have BEFORE i need it"),
    waiting("company at christmas"),
    Said("knowing my PA would still be my PA after", BAND, (1,)),
    Said(
        "a proper goodbye from the home, they just gave me a card at the door",
        BAND,
        (7,),
    ),
    *AT_HOME,
    *AMONG_PEOPLE,
    *UNTAGGED,
)
