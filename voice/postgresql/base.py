"""Django's connection to PostgreSQL, that asks whether it is alive only when in doubt.

Django asks "SELECT 1" before the first query of each request (CONN_HEALTH_CHECKS):
one journey to the database more for every page that a young person sends. A server that
stopped or hung up has closed the line, and a closed line is readable at once; so is one
on which the server says something of its own accord. Where nothing is to be read, the
line is as good as "SELECT 1" would have found it.
"""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose line is looked at before the database is asked."""

    def is_usable(self) -> bool:
        """Say whether the connection can be used; the database is asked in doubt only."""
        if self.connection is None or self.connection.closed:
            return False
        if self.errors_occurred:
            return bool(super().is_usable())
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN)
        return not line.poll(0) or bool(super().is_usable())
