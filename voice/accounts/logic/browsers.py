"""Names the browser and the machine that a user agent tells of."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def browser_name(user_agent: str) -> str:
    """Return what people call the browser and machine, as “Firefox, Windows”.

    Empty when neither is known.
    """
    found = [
        next((name for sign, name in known if sign in user_agent), "")
        for known in (BROWSERS, MACHINES)
    ]
    return ", ".join(name for name in found if name)
