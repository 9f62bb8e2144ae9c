"""For a council: everything secret comes from the environment, everything safe is on."""

from voice.settings import environment
from voice.settings.defaults import *
from voice.settings.defaults import MASTER_KEYS_FILE

SECRET_KEY = environment.text("SECRET_KEY")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", environment.text("ALLOWED_HOSTS"))
if not MASTER_KEYS_FILE:
    MASTER_KEYS = environment.words(
        "VOICE_MASTER_KEYS", environment.text("VOICE_MASTER_KEYS")
    )
AUDIT_KEY = environment.text("VOICE_AUDIT_KEY")
# Invitations and the safeguarding leads' letters lead here.
WAGTAILADMIN_BASE_URL = environment.text("BASE_URL")

SECURE_SSL_REDIRECT = environment.yes("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-staff"
CSRF_COOKIE_NAME = "__Host-csrf"
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": environment.text("MAIL_HOST", "localhost"),
            "port": environment.whole("MAIL_PORT", 25),
            "username": environment.text("MAIL_USER", ""),
            "password": environment.text("MAIL_PASSWORD", ""),
            "use_tls": environment.yes("MAIL_TLS", default=False),
            # A mail server that hangs must not hold up the next alarm.
            "timeout": environment.whole("MAIL_TIMEOUT", 10),
        },
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"one_line": {"()": "voice.logs.OneLine"}},
    "handlers": {
        "lines": {"class": "logging.StreamHandler", "formatter": "one_line"},
        "letters": {"class": "voice.logs.ErrorMail", "formatter": "one_line"},
    },
    "root": {"handlers": ["lines", "letters"], "level": "WARNING"},
    # Replaces Django's own, which would mail whole requests.
    "loggers": {"django": {"handlers": [], "level": "WARNING"}},
}
