"""What invented care leavers wrote about money, papers and setting up a first home."""

from voice.demonstration.story.said import Said
from voice.demonstration.story.themes import MONEY, OWN_PLACE, PAPERS, SETTING_UP

BAND = "16-25"
# Of so many young people, one does not want to be quoted.
KEPT_TO_US = 4


def tagged(themes: tuple[int, ...], *words: str) -> tuple[Said, ...]:
    """Return comments that were approved, each with these themes."""
    return tuple(
        Said(one, BAND, themes, quote=bool(number % KEPT_TO_US))
        for number, one in enumerate(words, start=1)
    )


ABOUT_MONEY = tagged(
    (MONEY,),
    "the rent was more than i get and nobody had done the sum with me first",
    "help with bills. i got three in one week and just put them in a drawer",
    "Universal credit took five weeks to come and I lived on toast",
    "budgeting lessons before you leave not after your in debt",
    "electric on a key meter costs loads more and i cant get it changed",
    "council tax!! nobody said you had to tell them your a care leaver to not pay it",
    "more money tbh",
    "if the money came weekly instead of all at once i would still have some",
    "they stopped my allowance the day i started work and my wages didnt come for a month",
    "Somebody to sit with me and open the bills because I get a tight chest when I see brown "
    "envelopes and then I leave them and then they are red.",
    "a bit of savings for when the washing machine breaks",
    "i owe the water company money for a flat i left",
    "teach us what a direct debit is",
    "Being told about the bursary in time. I found out in April that I could have had it since "
    "September and they would not pay it back.",
    "it costs more to live on your own than with other people so why do we get less",
    "gas top up in winter",
    "my PA did a budget sheet with me and it actualy worked, do that for everyone",
    "phone contract. no one would be my guarantor",
    "deposit and a guarantor so that private landlords say yes",
    "i had to choose food or bus to work some weeks",
    "stop sanctioning people when the bus is late",
    "knowing how much everything costs, like really costs, shampoo and bin bags and all that",
    "the setting up money went on rent arrears that werent even my fault",
    "payday loans got me because there was nobody i could ask for 40 quid",
    "explain payslips. mine had emergency tax on it and i thought that was normal",
    "I was told there was an emergency fund. When I rang it was shut until Monday, and it was "
    "Thursday.",
    "help 2 pay the tv licence",
    "rent goes up in april and my money doesnt",
    "someone from the bank came to our group and it was good, she showed us how to not get scammed",
    "i'm ok with money, my nan taught me. but my mates from care aren't, they get it and its gone",
    "Please pay the driving licence and the passport, you need one of them for every single thing "
    "and they cost what I live on for a week.",
    "a job that pays enough to live, apprentice wage doesnt cover a room",
)

ABOUT_SETTING_UP = tagged(
    (SETTING_UP,),
    "a bed. i had a mattress and a kettle for the first month",
    "curtains!!! everyone could see in",
    "moved in on a friday and there was no fridge till the wednesday after",
    "somebody with a van",
    "carpet so it doesnt echo",
    "the flat had no lightbulbs, not one, and i moved in in december",
    "A list of what you need. I forgot a tin opener, a towel, bin bags and toilet roll and the "
    "shop was shut.",
    "let us pick the furniture ourselves, its our home not a hotel",
    "starter pack with pans plates and a duvet like they do at the one in town",
    "who puts the bed together. i did it with a butter knife",
    "help painting it, it smelt of the last person",
    "washing machine. carrying everything to the launderette on two buses is a joke",
    "my setting up grant had to be spent at one catalogue where everything costs double",
    "it took so long for the cooker to be plugged in, they said it needs a special man",
    "second hand is fine we dont need new just let us have it on day 1",
    "The oven was there but not connected, and I didn't know you are not allowed to do it "
    "yourself, so we lived on the microwave until February.",
    "a hoover, laugh if you want but you cant borrow one if you dont know anybody",
    "table and chair to do my college work on, ive got a beanbag",
    "wardrobe came with no screws",
    "someone to show me where the stop tap is BEFORE the flood",
    "blinds and a lock that works",
    "they gave me the keys and a carrier bag with tea in it and that was it",
    "my foster dad came and put shelves up. not everyone has that",
    "bedding pls",
    "Go round with us and look at the flat before we say yes, in daylight, and check the heating "
    "is on.",
    "internet put in before you move so you can do ur claim from home",
    "paint and a brush and a saturday, thats all i wanted",
    "new keys not the old ones somebody else has copies of",
    "freezer so i can cook once and eat all week",
    "mould on the wall behind where the bed goes and nobody came about it",
)

ABOUT_PAPERS = tagged(
    (PAPERS,),
    "the forms are like 40 pages and half of it i dont know the answer to",
    "help with letters. i dont understand them so i dont open them",
    "my birth certificate. took them a year to find it",
    "someone to fill in the housing form with me, i did it wrong and went to the bottom",
    "write it in normal words",
    "national insurance number should just come, why do we have to chase it",
    "I had to prove I was in care to the people who put me in care.",
    "a folder with everything in it, passport, nhs number, all that, before you turn 18",
    "you need an address to get an id and an id to get an address",
    "pathway plan is 18 pages and nobody reads it, not even them",
    "the job centre wanted a letter saying im a care leaver and my PA took 3 weeks to write it",
    "i signed a tenancy i hadnt read cos they were all stood waiting",
    "one form for everything. i have told my date of birth to about nine different people",
    "home office papers. im scared of the post",
    "help with student finance, it asks what your parents earn",
    "doctors wouldnt register me without a bill and i didnt have a bill",
    "explain what the words in the tenancy mean e.g. arrears and notice",
    "everything is online and my phone has no data",
    "Somebody at the college knew which box you tick for care leavers. Nobody at the council did.",
    "they lost my passport application twice. TWICE",
    "how to vote and how to get a doctor and a dentist",
    "appeal letter. my PA wrote it with me and we won",
    "settled status got sorted when i was 12 and nobody told me so i panicked for nothing",
    "less forms",
)

ABOUT_BEING_READY = tagged(
    (OWN_PLACE,),
    "teach cooking properly, like a week of meals, not one lesson",
    "start earlier. they talked about it for the first time 6 weeks before my birthday",
    "a training flat where you can mess up and go back to your carer",
    "trying it out for a month with your old room still there",
    "how to do washing without everything going pink",
    "Staying put till 21 was the best thing anyone offered me, tell people about it sooner.",
    "nobody is ready at 18, my carers own son is 27 and still there lol",
    "practise shopping with a list and a budget",
    "learn how to fix small things, fuses and a blocked sink",
    "let me choose when. some are ready at 17 and some at 22",
    "it went from staff doing everything for me to nobody doing anything",
    "who to ring for what. there should be a card on the fridge",
    "i was ready, i just wasnt ready for how quiet",
    "not being rushed because they need the bed",
    "My key worker made me a book with all the recipes from the home in it and how to bleed a "
    "radiator. I still use it.",
    "step down slowly, few nights a week to begin with",
    "first aid, smoke alarm, gas safety, who teaches that",
    "somebody checking in every week for the first 3 months then less",
    "independence lessons were a worksheet. i coloured it in",
    "more semi independent places with staff downstairs",
    "being shown the flat and the area and the bus before its yours",
    "i'd go back to supported lodgings if they'd let me",
    "you should be able to come back if it goes wrong, other people go back to there mums",
)

AT_HOME = (
    *ABOUT_MONEY,
    *ABOUT_SETTING_UP,
    *ABOUT_PAPERS,
    *ABOUT_BEING_READY,
    *tagged(
        (MONEY, SETTING_UP),
        "the grant ran out before i got to the bed and the fridge",
        "2000 sounds alot but a cooker and carpet is most of it and then theres no money for curtains",
        "Let us carry over what is left of the furniture money, I was saving it for a washing machine "
        "and they took it back.",
        "had to get a loan for a sofa, paying it til 2028",
    ),
    *tagged(
        (MONEY, PAPERS),
        "the form for housing benefit was wrong so i got a bill for 900",
        "council tax letter said court. it was a mistake but nobody helped me ring them",
        "help claiming stuff, i bet theres money i could get and i dont know the form",
    ),
)
