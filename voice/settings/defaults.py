"""What is true however Voice runs; every default is the safe one."""

from django.utils.csp import CSP

from voice.settings import environment, languages
from voice.settings.ceilings import *
from voice.settings.composed import *
from voice.settings.council_sign_in import *
from voice.settings.outliving import *
from voice.settings.pages import *
from voice.settings.signing_in import *

HOUSE = environment.HOUSE

DEBUG = False
SECRET_KEY = environment.text("SECRET_KEY", "")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
ROOT_URLCONF = "voice.urls"
WSGI_APPLICATION = "voice.wsgi.application"

INSTALLED_APPS = [
    "voice.leaks",
    "voice.demonstration",
    "cms",
    "voice.records",
    "voice.briefings",
    "voice.replies",
    "voice.statement",
    "voice.releases",
    "voice.themes",
    "voice.young_editors",
    "voice.moderation",
    "surveys",
    "voice.council",
    "voice.accounts",
    "voice.audit",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    # First, so that every line written of a request names it.
    "voice.logs.NamesRequests",
    # Then, so that static files and redirects to https carry them too.
    "voice.headers.StrictHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "voice.headers.AdminPolicy",
    "voice.charsets.WordsInUtf8",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "voice.languages.LanguageOfTheAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "voice.accounts.middleware.SessionLimits",
    "voice.accounts.middleware.SecondFactorRequired",
    "voice.audit.middleware.PlaceInTheProduct",
    "voice.council.middleware.WordsThatCannotBeOpened",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOUSE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "voice.council.context.council",
                "voice.accounts.context.rooms",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": environment.database(
        environment.text("DATABASE_URL", "sqlite:///var/voice.sqlite3")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "voice_cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Nearness in meaning takes about 250 MB in each worker; used where it is installed.
SCREENING_BY_MEANING = environment.yes("SCREENING_BY_MEANING", default=True)

# Draft recordings by a machine: what speaks, what packs the sound small, and how many
# seconds each may take. Without the programs the desk says so.
MACHINE_VOICE_SPEAKER = environment.text("MACHINE_VOICE_SPEAKER", "espeak-ng")
MACHINE_VOICE_PACKER = environment.text("MACHINE_VOICE_PACKER", "ffmpeg")
MACHINE_VOICE_SECONDS = environment.whole("MACHINE_VOICE_SECONDS", 20)

# Cookies.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
# Until the browser closes: a shared phone keeps no trace of us for a year.
CSRF_COOKIE_AGE = None
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "surveys.views.closed.form_not_accepted"

# Languages of the interface; adding one needs no code, only its folder in locale/.
LANGUAGE_CODE = "en"
LOCALE_PATHS = [HOUSE / "locale"]
CATALOGUES = languages.found_in(LOCALE_PATHS[0])
languages.tell_django(CATALOGUES)
LANGUAGES = [(one.code, one.own_name) for one in CATALOGUES]
LANGUAGES_BIDI = sorted(
    {"ar", "ckb", "fa", "he", "ps", "ug", "ur"}
    | {one.code for one in CATALOGUES if one.is_right_to_left}
)
# Staff read the desk and the admin in the languages whose catalogue covers them.
STAFF_LANGUAGES = [(one.code, one.own_name) for one in CATALOGUES if one.covers_staff]
WAGTAILADMIN_PERMITTED_LANGUAGES = STAFF_LANGUAGES
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
FORMAT_MODULE_PATH = ["voice.formats"]
# For languages whose dates Django does not know: the day first, as people here write.
DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
TIME_FORMAT = "H:i"
MONTH_DAY_FORMAT = "j F"
TIME_ZONE = "Europe/London"
USE_TZ = True

# Files.
STATIC_URL = "/static/"
STATIC_ROOT = HOUSE / "var" / "static"
STATICFILES_DIRS = [HOUSE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_URL = "/media/"
MEDIA_ROOT = HOUSE / environment.text("MEDIA_ROOT", "var/media")
FILE_UPLOAD_HANDLERS = [
    "surveys.uploads.InMemoryAlone",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000

# Numbers others see: none under it, the rest to the base; 10 and 5 are the floor.
DISCLOSURE_THRESHOLD = environment.whole("DISCLOSURE_THRESHOLD", 10)
DISCLOSURE_BASE = environment.whole("DISCLOSURE_BASE", 5)
# How long the attack on a release may take, which is run before it is signed; one that
# does not come to an end is refused (voice.releases.domain.attempts).
DISCLOSURE_ATTACK_SECONDS = environment.whole("DISCLOSURE_ATTACK_SECONDS", 20)

# A theme that so many percent of those who wrote tell must be answered by the reply, or
# the reply says why not: 5 to 25 (voice.replies.queries.share, docs/decisions/0046).
REPLY_ANSWERS_PERCENT = environment.whole("REPLY_ANSWERS_PERCENT", 10)

# How many days later, in all, a consultation may close than those who have answered
# were told (docs/decisions/0015): for so long more their words may be kept.
LONGEST_EXTENSION_DAYS = environment.whole("LONGEST_EXTENSION_DAYS", 28)

# Of so many papers that are keyed, one is drawn to be keyed twice; and how many days
# after a survey closed paper may still be keyed.
PAPER_SAMPLE = environment.whole("PAPER_SAMPLE", 10)
PAPER_DAYS_AFTER_CLOSING = environment.whole("PAPER_DAYS_AFTER_CLOSING", 14)

# Of a hundred decisions about comments, so many are read again by a second person.
SECOND_READING_PERCENT = environment.whole("SECOND_READING_PERCENT", 5)
# How many years after its decision the words of a concern are kept.
CONCERN_YEARS = environment.whole("CONCERN_YEARS", 25)

# How many days a saved draft may be gone on with; never past its survey's last day.
RETURN_CODE_DAYS = environment.whole("RETURN_CODE_DAYS", 14)
# Codes that open nothing: how many in a minute, by everybody together, before all are
# asked to wait (docs/decisions/0020); and how many on one device in ten minutes.
WRONG_CODES_A_MINUTE = {
    "personal": environment.whole("WRONG_CODES_A_MINUTE", 600),
    "room": environment.whole("WRONG_ROOM_CODES_A_MINUTE", 120),
}
WRONG_CODES_ON_A_DEVICE = environment.whole("WRONG_CODES_ON_A_DEVICE", 10)

# Headers. The admin's own, looser policy is set by voice.headers.AdminPolicy.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "frame-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "manifest-src": [CSP.SELF],
}
# Other hosts learn nothing. Not "no-referrer": browsers then send "Origin: null" with
# every form of our own, and Django's forgery check refuses it.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
URLIZE_ASSUME_HTTPS = True

# Mail.
DEFAULT_FROM_EMAIL = environment.text("MAIL_FROM", "voice@localhost")
MAILERS: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
}

# The second channel of alarms, beside mail and the desk: a webhook, a gateway for text
# messages, or both. They carry a neutral sentence and nothing of what waits.
ALERT_WEBHOOK_URL = environment.text("ALERT_WEBHOOK_URL", "")
ALERT_WEBHOOK_SECRET = environment.text("ALERT_WEBHOOK_SECRET", "")
ALERT_TEXT_URL = environment.text("ALERT_TEXT_URL", "")
ALERT_TEXT_SECRET = environment.text("ALERT_TEXT_SECRET", "")
ALERT_TEXT_SENDER = environment.text("ALERT_TEXT_SENDER", "Voice")
# Seconds until a host that does not answer is given up, until the next try.
ALERT_TIMEOUT = environment.whole("ALERT_TIMEOUT", 10)
ALERT_ALLOW_HTTP = False

# Keys of our own: for what children write, and for the audit.
MASTER_KEYS = environment.words("VOICE_MASTER_KEYS")
# Instead of the above: a file outside the database and its backups, one key a line.
MASTER_KEYS_FILE = environment.text("VOICE_MASTER_KEYS_FILE", "")
AUDIT_KEY = environment.text("VOICE_AUDIT_KEY", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Replaces Django's mailer of whole requests: a request can hold a child's words.
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False}
    },
}
# Who is sent a line when something fails, seldom and without a word anybody typed.
ERROR_MAIL_TO = environment.words("ERROR_MAIL_TO")
DEFAULT_EXCEPTION_REPORTER_FILTER = "voice.reporting.NothingPersonal"

# Opens /health/metrics, as a bearer token; empty: closed.
METRICS_TOKEN = environment.text("METRICS_TOKEN", "")
# How many machines serve pages or work; checked with the deployment.
MACHINES = environment.whole("MACHINES", 1)
MEDIA_IS_SHARED = environment.yes("MEDIA_IS_SHARED", default=False)

# The demonstration refuses to run where this is off.
DEMONSTRATION_ALLOWED = False
