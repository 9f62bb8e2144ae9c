"""Every address, by room."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from django.views.i18n import set_language
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.urls import in_a_language

urlpatterns = [
    # First, as young people on slow phones ask for these most.
    path("", include("surveys.urls")),
    # Shadows Wagtail's own sign-in before Wagtail's addresses are read.
    path("", include("voice.accounts.urls")),
    path("language/", set_language, name="set_language"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("cms.urls")),
    path("", include("voice.council.urls")),
    path("desk/", include("voice.moderation.urls")),
    path("", include("voice.young_editors.urls")),
    path("desk/", include("voice.themes.urls")),
    path("desk/", include("voice.releases.urls")),
    path("desk/", include("voice.statement.urls")),
    path("desk/", include("voice.replies.urls")),
    path("desk/", include("voice.records.urls")),
    path("", include("voice.briefings.urls")),
    *(static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)),
    *i18n_patterns(
        path("", include(in_a_language)),
        path("", include(wagtail_urls)),
    ),
]

handler403 = "cms.views.errors.not_for_you"
handler404 = "cms.views.errors.not_here"
handler500 = "cms.views.errors.broken"
