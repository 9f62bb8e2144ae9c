"""How gunicorn serves Voice: gunicorn -c docs/deployment/gunicorn.conf.py voice.wsgi."""

import os

bind = os.environ.get("VOICE_BIND", "127.0.0.1:8000")
worker_class = "gthread"
# A process for each core, and threads for pages that wait on the database.
workers = int(os.environ.get("VOICE_WORKERS", os.cpu_count() or 1))
threads = int(os.environ.get("VOICE_THREADS", "8"))
# An upload over a slow line is waited for; a page that hangs is not waited for for ever.
timeout = 60
graceful_timeout = 30
keepalive = 5
# Memory that libraries keep is given back now and then, never by all at once.
max_requests = 20_000
max_requests_jitter = 2_000
# Addresses can be a child's link: no access log (docs/decisions/0049).
accesslog = None
errorlog = "-"
loglevel = "warning"
