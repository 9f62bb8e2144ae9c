"""“Did we keep our promise?”: the keys of the two questions; pure."""

KEPT = "kept"
YES, PARTLY, NO = "yes", "partly", "no"
KEPT_OPTIONS = (YES, PARTLY, NO)

DIFFERENCE = "difference"
BETTER, SAME, WORSE = "better", "same", "worse"
DIFFERENCE_OPTIONS = (BETTER, SAME, WORSE)
