"""How gunicorn serves Voice: gunicorn -c docs/deployment/gunicorn.conf.py voice.wsgi."""

import os

bind = os.environ.get("VOICE_BIND", "127.0.0.1:8000")
worker_class = "gthread"
# A process for each core, and threads for pages that wait on the database.
workers = int(os.environ.get("VOICE_WORKERS", os.cpu_count() or 1))
threads = int(os.environ.get("VOICE_THREADS", "8"))
# An upload over a slow line is waited for. A process whose loop stands still is
# replaced, a thread is not: what it asks of the database ends by itself, or eight slow
# questions would hold up a whole process (docs/decisions/0058).
timeout = 60
seconds = os.environ.get("VOICE_STATEMENT_SECONDS", "30")
raw_env = [f"DATABASE_STATEMENT_SECONDS={seconds}"]
graceful_timeout = 30
keepalive = 5
# Memory that libraries keep is given back now and then, never by all at once.
max_requests = 20_000
max_requests_jitter = 2_000
# Addresses can be a child's link: no access log (docs/decisions/0049).
accesslog = None
errorlog = "-"
loglevel = "warning"
