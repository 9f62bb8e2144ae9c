"""For a laptop and the demonstration: no second factor, no network, keys made here."""

from voice.settings import environment
from voice.settings.defaults import *
from voice.settings.defaults import (
    HOUSE,
    MASTER_KEYS,
    MASTER_KEYS_FILE,
    STATIC_ROOT,
    STORAGES,
)
from voice.settings.development_keys import development_key

DEBUG = environment.yes("DEBUG", default=True)
SECRET_KEY = development_key("secret-key")
if not MASTER_KEYS_FILE:
    MASTER_KEYS = MASTER_KEYS or [f"demo:{development_key('master-key')}"]
AUDIT_KEY = environment.text("VOICE_AUDIT_KEY", development_key("audit-key"))
# The demonstration's database is thrown away and built again; its seals with it.
AUDIT_CHECKPOINT = environment.text("VOICE_AUDIT_CHECKPOINT", "")
ALLOWED_HOSTS = ["*"]
SECOND_FACTOR_REQUIRED = environment.yes("SECOND_FACTOR_REQUIRED", default=False)
# Passkeys over plain http, on this machine only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
# Here the worker is the web process itself, which does without the model.
SCREENING_BY_MEANING = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": HOUSE / "var" / "mail"},
    }
}
# A gateway tried on this machine may speak plain http.
ALERT_ALLOW_HTTP = True
DEMONSTRATION_ALLOWED = True
# Static files straight from their folders, whether debugging or not.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# Whitenoise warns of a folder that is not there yet.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
