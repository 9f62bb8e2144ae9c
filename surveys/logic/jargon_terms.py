"""The list of workers' words that comes with Voice; a council keeps its own; pure.

From what young people in care have asked workers to stop saying (the campaign
"Language that cares", TACT 2019); what to say instead is in our own words.
"""

CAME_WITH_VOICE = {
    "en": """\
placement: where you live
placed: moved to live
contact: seeing your family
contact session: time with your family
LAC: children in care
looked after child: child in care
looked after children: children in care
LAC review: your review meeting
statutory: that the law says
respite: a short stay somewhere else
siblings: brothers and sisters
peers: friends
care plan: the plan for you
pathway plan: the plan for when you leave care
transition: change
independent living: living on your own
IRO: the person who runs your review
independent reviewing officer: the person who runs your review
PEP: your plan for school
EHCP: your plan for extra help at school
SEN: extra help at school
CAMHS: the team that helps with feelings
CIN: child with a worker
CP: keeping you safe
MASH: the team that answers first
NEET: not at school or work
multi-agency: different people working together
professionals: the people who work with you
service user: you
services: help
intervention: help
disengaged: not taking part
challenging behaviour: being upset
emotional wellbeing: how you feel
safeguarding: keeping you safe
allocated: given
assessment: finding out what you need
caseworker: your worker
local authority: the council
in relation to: about
to what extent: how much
satisfied with: happy with
"""
}
