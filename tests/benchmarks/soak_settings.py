"""For the soak: served as the other benchmarks are, but letters go to a server.

In memory, as tests keep them, every letter ever sent would look like a leak of ours.
"""

from tests.benchmarks import served_settings
from tests.benchmarks.settings import *  # noqa: F403 - settings build on settings
from voice.settings import environment  # noqa: TID251 - settings build on settings

ROOT_URLCONF = served_settings.ROOT_URLCONF
STATIC_ROOT = served_settings.STATIC_ROOT
CACHES, STORAGES = served_settings.CACHES, served_settings.STORAGES
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": "127.0.0.1",
            "port": environment.whole("MAIL_PORT", 25),
            "timeout": 5,
        },
    }
}
