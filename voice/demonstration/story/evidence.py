"""Evidence of the story that is more than a theme under an action; all invented."""

from voice.demonstration.story.statement import HOME, WORKER

# What young people of a group counted themselves: a file, under an action.
FILE_ACTION = "A letter and a short film, made with Hilltop Thursday"
FILE_TITLE = "What eleven films say, watched by Hilltop Thursday"
FILE_SOURCE = "Hilltop Thursday, a group of young people (demonstration)"
FILE_SHOWS = (
    "The group watched films of other councils. Most never say what happens next; they "
    "want ours to begin with that."
)
FILE_DAY = -61
FILE = (
    "Film,Says what happens next,Says who decides\r\n"
    "First,no,no\r\nSecond,yes,no\r\nThird,no,yes\r\n"
)

# A theme that bears on a whole area for improvement.
AREA_NUMBER = "6.1"
AREA_THEME = (HOME, "Moves")

# A result that challenges a key theme, and what is said to it.
CHALLENGED = 2
CHALLENGE = (WORKER, "know_worker", "no")
CHALLENGE_ANSWER = (
    "Too many still do not know. From next month each new worker is introduced by the "
    "one before, and teams report when it did not happen."
)

# What was put in the wrong place, and set aside.
MISPLACED = (WORKER, "Who is my worker?")
MISPLACED_AT = 5
MISPLACED_WHY = "It speaks of workers, not of audits. It stands under key theme 2."
