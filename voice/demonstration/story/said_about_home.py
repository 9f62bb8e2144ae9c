"""What invented children wrote about where they live."""

from voice.demonstration.story.said import Said
from voice.demonstration.story.themes import FEW, NO_REASON

LITTLE = "4-7"
YOUNGER = "8-11"
OLDER = "11-17"

SAID = (
    Said(
        "I like my bed. It has a shark cover.",
        LITTLE,
        (9,),
        chosen=True,
        refused="A carer would know the shark.",
    ),
    Said("I miss my dog. Nobody told me where he went.", LITTLE, (9, 7), chosen=True),
    Said(
        "wen I go mums her boyfrend shouts. I hide in the baffroom with my sister. I dont like it",
        LITTLE,
        concern="front_door",
        quote=False,
    ),
    Said(
        "my mates cant stop over unless someone checks there mum and dad first. so embarassing",
        OLDER,
        (8,),
        chosen=True,
    ),
    Said(
        "me and my brother got split up. I see him once a month for 1 hour in a room with baby "
        "toys. we are 14 and 12. last time the worker was late so it was 40 mins and nobody said "
        "sorry. I just want to go for a kebab with him like normal people and not have somebody "
        "writing down what we say. would the people in charge like that for there family",
        OLDER,
        (6, 8, 2),
        redact={"14 and 12": "[ages]"},
        chosen=True,
    ),
    Said("moved 3 times since summer. black bags again.", OLDER, (7,), chosen=True),
    Said(
        "Dlaczego znowu zmieniłem szkołę i nikt mnie nie zapytał? Chciałbym mieszkać bliżej brata.",
        OLDER,
        (10, 6),
        language="en",
    ),
    Said(
        "مجھے حلال کھانا اور گھر والوں سے فون پر بات کرنے کا وقت چاہیے",
        OLDER,
        (FEW, 6),
        language="ur",
    ),
    Said("Its fine.", OLDER, (NO_REASON,)),
    Said(
        "i go to Quillbrook Primry and its too far now i get up at 6",
        YOUNGER,
        (10,),
        redact={"Quillbrook Primry": "[school]"},
    ),
    Said("no one sits with me at tea. staff r in the office", OLDER, (9,), chosen=True),
    Said(
        "one of the night staff grabs people. he got my arm and said who would beleive you",
        OLDER,
        concern="designated_officer",
        quote=False,
    ),
    Said("my own room with a lock", OLDER, (9,)),
    Said("a cat", YOUNGER, (9,)),
    Said("my room is yellow now i did it", YOUNGER, (9,)),
    Said("I want a night light and a hamster", LITTLE, (9,)),
    Said("sofa not like a waiting room", OLDER, (9,)),
    Said("eat together on sundays", OLDER, (9,)),
    Said("carer does my hair how mum did. feels like mine", YOUNGER, (9,)),
    Said("ask before you come in my room", OLDER, (9,)),
    Said("pictures of us on the wall like other houses", YOUNGER, (9,)),
    Said("I like it wen we have pancakes", LITTLE, (9,)),
    Said("a place to put my stuff that nobody moves", OLDER, (9,)),
    Said("less signs on the doors. homes dont have fire signs", OLDER, (9,)),
    Said("someone to watch telly with", OLDER, (9,)),
    Said("they say its my home but i have to ask for a biscuit", OLDER, (9, 8)),
    Said("i want to see my sister more", YOUNGER, (6,)),
    Said("see my nana", LITTLE, (6,)),
    Said("let me ring my brother when i want not tuesdays", OLDER, (6,)),
    Said("I want my sister to live here", LITTLE, (6,)),
    Said("contact in mcdonalds not the centre", OLDER, (6, 8)),
    Said("more than an hour with my mum", YOUNGER, (6,)),
    Said("why do we get watched", OLDER, (6,)),
    Said(
        "i havent seen the twins since my birthday and nobody will say when",
        OLDER,
        (6,),
    ),
    Said("Auntie could have me at weekends. she asked and so did I", OLDER, (6,)),
    Said("my sister has my toys and i have hers and we cant swop", YOUNGER, (6,)),
    Said(
        "they cancel family time if someone is off sick. its our time not theirs",
        OLDER,
        (6,),
    ),
    Said("tell me before. not on the day", OLDER, (7,)),
    Said("my things went in bin bags and one got lost", YOUNGER, (7,), chosen=True),
    Said("I came home from school and my bag was in the car", YOUNGER, (7,)),
    Said("nobody asked if i wanted to move", OLDER, (7,)),
    Said("get us suitcases. its not hard", OLDER, (7,)),
    Said("I didnt get to say bye to my frends", YOUNGER, (7,)),
    Said("moved on a sunday night in my pjs", YOUNGER, (7,)),
    Said("stop moving me", OLDER, (7,)),
    Said("they told my school before they told me", OLDER, (7, 10)),
    Said("sleepovers", YOUNGER, (8,)),
    Said("had to get a form signed to get my hair cut", OLDER, (8,)),
    Said("let me go on the trip without 3 meetings", OLDER, (8,)),
    Said("phone off at 9 when everyone in my year is on til 10", OLDER, (8,)),
    Said("i just want to be normal", OLDER, (8,)),
    Said("bus to town with my friends", OLDER, (8,)),
    Said("why does a stranger have to come to parents evening", OLDER, (10,)),
    Said("taxi with a badge on. everyone looks", OLDER, (10,)),
    Said("somewhere to pray that isnt the laundry", OLDER, (FEW,)),
    Said("the sausages are always pork", YOUNGER, (FEW,)),
    Said("nothing its good", YOUNGER, (NO_REASON,)),
)
