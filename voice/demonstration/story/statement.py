"""The Statement of Action; days are counted from the day it is built."""

from voice.demonstration.story.told_statement import (
    ToldAction,
    ToldArea,
    ToldKeyTheme,
    ToldMeasure,
)
from voice.statement.enums import ActionStatus, Direction, Stance

TITLE = "Statement of Action"
ANSWERS = (
    "The inspection of children's services that found them inadequate (demonstration)"
)
STARTS, ENDS = -330, 400
INSPECTION = "Inspection of children’s services (demonstration)"
REPORTED = -380
OURS = None
WORKER, HOME = "my-social-worker-and-me", "how-is-it-where-i-live"

TASK_GROUP, GROUP_LEAD = "Family time and moves", "Head of Fostering and Homes"

KEY_THEMES = (
    ToldKeyTheme(
        1,
        "The lived experience and voice of children",
        (
            ToldArea(
                "1.1",
                "Children hear back about what they told us",
                (INSPECTION, "1", REPORTED),
                (
                    ToldAction(
                        "answers",
                        "Every consultation is answered by its date",
                        "Participation Manager",
                        None,
                        ActionStatus.AMBER,
                        "One of two replies was late.",
                        "The second reply went out a week late; dates now sit in the team's calendar.",
                        ToldMeasure(
                            "Consultations answered on time",
                            "0 of 3",
                            ((-100, "0 of 2"), (-20, "1 of 2")),
                            "all",
                        ),
                    ),
                ),
            ),
            ToldArea(
                "1.2",
                "Easier time with brothers and sisters",
                OURS,
                (
                    ToldAction(
                        "family_time",
                        "Family time in ordinary places unless a court says otherwise",
                        "Head of Fostering",
                        40,
                        ActionStatus.RED,
                        "There is no budget for transport.",
                        "Asked for costs of transport twice; the answer is still to come.",
                        ToldMeasure(
                            "Family time held in a centre",
                            "70 %",
                            ((-120, "68 %"), (-30, "65 %")),
                            "40 %",
                            Direction.LESS,
                        ),
                        owned=True,
                        said=-36,
                        grouped=True,
                        themes=((HOME, "Brothers, sisters, family", Stance.SUPPORTS),),
                        quotes=((HOME, "me and my brother got split up"),),
                    ),
                ),
            ),
        ),
    ),
    ToldKeyTheme(
        2,
        "Improving the quality of social work practice",
        (
            ToldArea(
                "2.1",
                "Children know and keep their worker",
                (INSPECTION, "2", REPORTED),
                (
                    ToldAction(
                        "handover",
                        "Old and new worker visit together",
                        "Head of Social Work",
                        -20,
                        ActionStatus.RED,
                        "Nine posts are empty.",
                        "Joint visits happen in two teams of five.",
                        ToldMeasure(
                            "Children who say “I know who my worker is”",
                            "65 %",
                            ((-20, "75 %"),),
                            "90 %",
                        ),
                        themes=(
                            (WORKER, "Workers keep changing", Stance.SUPPORTS),
                            (WORKER, "Who is my worker?", Stance.SUPPORTS),
                        ),
                        quotes=((WORKER, "had 5 social workers in 2 years"),),
                    ),
                ),
            ),
            ToldArea(
                "2.2",
                "Private means private",
                OURS,
                (
                    ToldAction(
                        "private",
                        "A “what I will share and why” talk at the first visit",
                        "Principal Social Worker",
                        25,
                        ActionStatus.GREEN,
                        "",
                        "Every team has had the training.",
                        ToldMeasure(
                            "Files that show the talk", "20 %", ((-20, "55 %"),), "90 %"
                        ),
                        said=-44,
                    ),
                ),
            ),
        ),
        themes=((HOME, "Moves", Stance.SUPPORTS),),
        results=((WORKER, "know_worker", "yes", Stance.SUPPORTS),),
    ),
    ToldKeyTheme(
        3,
        "Improving the operating environment",
        (
            ToldArea(
                "3.1",
                "Workers have time",
                (INSPECTION, "3", REPORTED),
                (
                    ToldAction(
                        "posts",
                        "Fill 14 posts",
                        "Workforce Lead",
                        90,
                        ActionStatus.AMBER,
                        "Five of 14 are filled.",
                        "Two more start next month.",
                        ToldMeasure(
                            "Children for each worker",
                            "24",
                            ((-95, "21"), (-30, "19")),
                            "16",
                            Direction.LESS,
                        ),
                        themes=(
                            (WORKER, "Turning up and texting back", Stance.SUPPORTS),
                        ),
                        quotes=((HOME, "no one sits with me at tea"),),
                    ),
                ),
            ),
        ),
    ),
    ToldKeyTheme(
        4,
        "Improving the Front Door and MASH arrangements",
        (
            ToldArea(
                "4.1",
                "Families and children are told what happens next",
                (INSPECTION, "4", REPORTED),
                (
                    ToldAction(
                        "front_door",
                        "A letter and a short film, made with Hilltop Thursday",
                        "Front Door Manager",
                        -5,
                        ActionStatus.GREEN,
                        "",
                        "The film is being edited by the young people.",
                        ToldMeasure(
                            "Decisions within one working day",
                            "70 %",
                            ((-15, "90 %"),),
                            "95 %",
                        ),
                    ),
                ),
            ),
        ),
    ),
    ToldKeyTheme(
        5,
        "Improving management oversight and quality assurance",
        (
            ToldArea(
                "5.1",
                "Audits ask the child",
                (INSPECTION, "5", REPORTED),
                (
                    ToldAction(
                        "audits",
                        "The child's own view in every audit",
                        "Quality Manager",
                        30,
                        ActionStatus.AMBER,
                        "Auditors need time to visit.",
                        "Two auditors are trained to talk with children.",
                        ToldMeasure(
                            "Audits with the child's view",
                            "10 %",
                            ((-25, "35 %"),),
                            "80 %",
                        ),
                        themes=((WORKER, "Someone who listens", Stance.SHOWS_CHANGE),),
                    ),
                ),
            ),
        ),
        results=((HOME, "told_before_moving", "no", Stance.CHALLENGES),),
    ),
    ToldKeyTheme(
        6,
        "Theme 6 (title to be confirmed by the council)",
        (
            ToldArea(
                "6.1",
                "Moves with dignity",
                OURS,
                (
                    ToldAction(
                        "luggage",
                        "Luggage kept at every home and office",
                        "Head of Fostering and Homes",
                        -90,
                        ActionStatus.COMPLETE,
                        "",
                        "Bags are at all 31 places.",
                        ToldMeasure(
                            "Places with luggage",
                            "0 of 31",
                            ((-160, "12 of 31"), (-90, "31 of 31")),
                            "all",
                        ),
                        grouped=True,
                        themes=((HOME, "Moves", Stance.SUPPORTS),),
                        quotes=((HOME, "moved 3 times since summer"),),
                    ),
                ),
            ),
            ToldArea(
                "6.2",
                "A good start after care",
                OURS,
                (
                    ToldAction(
                        "first_month",
                        "A first-month checklist and visit",
                        "Head of Leaving Care",
                        70,
                        ActionStatus.NOT_STARTED,
                        "",
                        "Waits for what young people say in “Leaving care, my way”.",
                    ),
                ),
            ),
        ),
    ),
)


def all_told_actions() -> list[ToldAction]:
    """Return every action of the story, in the order of the plan."""
    return [
        action
        for key_theme in KEY_THEMES
        for area in key_theme.areas
        for action in area.actions
    ]
