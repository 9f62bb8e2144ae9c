"""A deployment that keeps what it is told."""


def safely_deployed(settings):
    """Set what `check --deploy` asks for."""
    settings.MACHINES = 1
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "voice_cache",
        }
    }
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ERASURES_FILE = "erasures.txt"
    settings.AUDIT_CHECKPOINT = "checkpoint.json"
    settings.WAGTAILADMIN_BASE_URL = "https://voice.example"
