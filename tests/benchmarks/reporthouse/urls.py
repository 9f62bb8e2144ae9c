"""Its addresses, where its manual puts them."""

from django.urls import include, path

urlpatterns = [path("survey/", include("survey.urls"))]
