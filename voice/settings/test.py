"""For the tests: fast, closed to the network, and strict about warnings."""

from typing import cast

from voice.settings import environment
from voice.settings.defaults import *
from voice.settings.defaults import HOUSE, STATIC_ROOT, STORAGES

DEBUG = False
SECRET_KEY = "only for tests"  # noqa: S105 - opens nothing
MASTER_KEYS = ["test:" + "11" * 32]
MASTER_KEYS_FILE = environment.text("VOICE_MASTER_KEYS_FILE", "")
ERASURES_FILE = ""
AUDIT_KEY = "22" * 32
AUDIT_CHECKPOINT = ""
BACKUP_KEY = "33" * 32
ALLOWED_HOSTS = ["*"]
SECOND_FACTOR_REQUIRED = False
# Passkeys over plain http, on this machine only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
DATABASES = {
    "default": environment.database(
        environment.text("DATABASE_URL", "sqlite:///var/test.sqlite3")
    )
}
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
# Here the worker is the web process itself, which does without the model.
SCREENING_BY_MEANING = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = HOUSE / "var" / "test-media"
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
# A file, not memory, so that tests can race and the next run can start from it.
if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": HOUSE / "var" / "test.sqlite3"}
    # Nothing is kept, so nothing waits for the disk.
    options = cast("dict[str, str]", DATABASES["default"]["OPTIONS"])
    options["init_command"] += " PRAGMA synchronous=OFF;"
ALERT_ALLOW_HTTP = True
DEMONSTRATION_ALLOWED = True
# Tests of second readings draw all; the others would be drawn now and then.
SECOND_READING_PERCENT = 0
# Whitenoise warns of a folder that is not there yet.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
