"""What the demonstration needs of the machine while it serves."""

import logging
import socket
import threading
import time
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import DatabaseError, close_old_connections

from surveys.domain.keeping_counts import keep_counting
from voice.audit.domain.sealing import seal_entries

SECONDS_BETWEEN = 10.0
logger = logging.getLogger(__name__)


def port_is_taken(port: int) -> bool:
    """Say whether another program listens on `port` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def keep_going() -> None:
    """Seal the audit, do what is due and count, in threads that end with the program.

    Tasks need no worker here: development settings do them at once.
    """

    def going() -> None:
        while True:
            close_old_connections()
            do_once()
            time.sleep(SECONDS_BETWEEN)

    threading.Thread(target=going, daemon=True, name="what is due").start()
    threading.Thread(target=keep_counting, daemon=True, name="counts").start()


def do_once() -> None:
    """Do what a timer does for a council: seal the audit, and `manage.py run_due`.

    What fails is logged and tried again at the next turn; the turns never end.
    """
    try:
        seal_entries()
        call_command("run_due", stdout=StringIO(), skip_checks=True)
    except (CommandError, DatabaseError):
        logger.exception("What is due could not all be done; it is tried again.")
