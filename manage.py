#!/usr/bin/env python
"""Runs Voice's commands; checks the interpreter before anything else is imported."""

import os
import sys

OLDEST = (3, 12)


def main() -> None:
    """Run the command named on the command line, under development settings unless told otherwise."""
    if sys.version_info < OLDEST:
        sys.exit(
            "Voice needs Python 3.12 or newer; this is Python %d.%d. "
            "Run it with uv: pip install uv && uv run manage.py demo"
            % sys.version_info[:2]
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voice.settings.development")
    if sys.argv[1:2] == ["demo"]:
        os.environ.setdefault("DEBUG", "no")
        os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit(
            "Voice's parts are not installed in this Python. "
            "Run it with uv: pip install uv && uv run manage.py demo"
        )
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
