"""Who was asked, and the round before, with another tool. All of it is invented."""

from voice.demonstration.story.surveys import HOME, WORKER

# How many were asked through the poster, by the key of their age band.
ASKED = {
    WORKER.slug: {"8-11": 170, "11-17": 300},
    HOME.slug: {"4-7": 60, "8-11": 110, "11-17": 240},
}

TITLE = "My social worker, two years ago"
SOURCE = "A survey tool the council used before (invented)"
ASKED_WHO = "8 to 17, in care"
DAY = -690
COULD, ANSWERED, WROTE = 455, 96, 71
# Question key to how many answered, and how many chose each option in its order.
COUNTS = {
    "know_worker": (94, (48, 34, 12)),
    "listens": (92, (17, 22, 21, 18, 14)),
}
# Theme name to how many said it.
SAID = {"Workers keep changing": 31, "Someone who listens": 12}
