"""What a web server calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voice.settings.production")
application = get_wsgi_application()

from voice.council.checks import refuse_wrong_keys  # noqa: E402 - needs the apps

refuse_wrong_keys()
