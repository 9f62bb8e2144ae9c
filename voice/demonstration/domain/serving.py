"""What the demonstration needs of the machine while it serves."""

import socket
import threading
import time

from django.db import close_old_connections

from voice.audit.domain.sealing import seal_entries

SEAL_EVERY = 10.0


def port_is_taken(port: int) -> bool:
    """Say whether another program listens on `port` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def keep_sealing() -> None:
    """Seal the audit every ten seconds, in a thread that ends with the program."""

    def sealing() -> None:
        while True:
            time.sleep(SEAL_EVERY)
            close_old_connections()
            seal_entries()

    threading.Thread(target=sealing, daemon=True, name="audit sealer").start()
