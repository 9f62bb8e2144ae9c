"""What was adopted of the statement, and what has changed since; days as in the story."""

SUBMISSION, EXECUTIVE, ADOPTED = "Submission", "Executive", -300
# What was adopted with an earlier date: the action's key, and its day then.
DUE_THEN = {"posts": 30, "family_time": -10}
# What was adopted and is not done any more.
GIVEN_UP_AREA = "3.1"
GIVEN_UP = "A second duty team at weekends"
GIVEN_UP_OWNER = "Workforce Lead"
GIVEN_UP_ON = -20
GIVEN_UP_WHY = (
    "The money went into filling posts instead; the emergency team covers weekends."
)
