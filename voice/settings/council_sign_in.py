"""The council's own identity provider (OpenID Connect), where it has one."""

from voice.settings import environment

SOCIALACCOUNT_ADAPTER = "voice.accounts.adapter.CouncilAdapter"
# A link begins it: the provider asks for itself, each time.
SOCIALACCOUNT_LOGIN_ON_GET = True
OIDC_ISSUER = environment.text("OIDC_ISSUER", "")
OIDC_NAME = environment.text("OIDC_NAME", "")
OIDC_CLIENT_ID = environment.text("OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = environment.text("OIDC_CLIENT_SECRET", "")
OIDC_EMAIL_CLAIM = environment.text("OIDC_EMAIL_CLAIM", "email")
OIDC_EMAIL_TRUSTED = environment.yes("OIDC_EMAIL_TRUSTED", default=False)
OIDC_SECOND_FACTOR = environment.words("OIDC_SECOND_FACTOR")
