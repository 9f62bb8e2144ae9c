"""What the demonstration needs of the machine while it serves."""

import socket
import threading
import time

from django.db import close_old_connections

from surveys.domain.schedule import publish_due
from voice.audit.domain.sealing import seal_entries

SECONDS_BETWEEN = 10.0


def port_is_taken(port: int) -> bool:
    """Say whether another program listens on `port` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def keep_going() -> None:
    """Seal the audit and publish what is due, in a thread that ends with the program."""

    def going() -> None:
        while True:
            time.sleep(SECONDS_BETWEEN)
            close_old_connections()
            seal_entries()
            publish_due()

    threading.Thread(target=going, daemon=True, name="what is due").start()
