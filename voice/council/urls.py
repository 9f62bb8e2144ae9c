"""Addresses of voice.council: the duty rota, and the machine's health."""

from django.urls import path

from voice.council.views import health, rota

app_name = "duty"
urlpatterns = [
    path("health/", health.health, name="health"),
    path("health/live/", health.live, name="live"),
    path("health/ready/", health.ready, name="ready"),
    path("health/metrics/", health.metrics, name="metrics"),
    path("desk/rota/", rota.rota, name="rota"),
    path("desk/rota/add/", rota.shift_new, name="shift_new"),
    path("desk/rota/<int:pk>/hand-over/", rota.hand_over, name="hand_over"),
    path("desk/rota/<int:pk>/remove/", rota.shift_remove, name="shift_remove"),
    path("desk/rota/away/", rota.absence_new, name="absence_new"),
    path("desk/rota/away/<int:pk>/remove/", rota.absence_remove, name="absence_remove"),
    path("desk/rota/times/", rota.times, name="times"),
    path("desk/rota/holidays/", rota.holidays, name="holidays"),
    path("desk/rota/alarms/", rota.alarms, name="alarms"),
]
