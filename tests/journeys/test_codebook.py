"""A codebook at the desk: two themes become one, and it goes out and comes back."""

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.themes import TagFactory, ThemeFactory
from voice.themes.models import Theme

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_worker_merges_themes_and_takes_the_codebook_out_and_in(
    signed_in, tmp_path, script
):
    CouncilFactory()
    HelpLineFactory()
    tag = TagFactory()
    stays = ThemeFactory(name="Moving home", codebook=tag.theme.codebook)
    Theme.objects.filter(pk=tag.theme_id).update(name="Moves")
    arrived = signed_in(UserFactory(worker=True), PASSWORD, java_script_enabled=script)
    page = arrived.page
    arrived.go(reverse("themes:codebook", args=[stays.codebook_id]))
    assert arrived.violations() == []
    page.get_by_role("link", name="Moves", exact=True).click()
    page.get_by_role("link", name="Merge it into another").click()
    page.get_by_label("Merge into").select_option("Moving home")
    page.get_by_role("button", name="See what would happen").click()
    page.get_by_text("1 comment that says “Moves” will say “Moving home”.").wait_for()
    assert arrived.violations() == []
    page.get_by_role("button", name="Merge into “Moving home”").click()
    page.get_by_role("heading", name="Moving home", level=1).wait_for()
    page.get_by_text("1 comment says it.").wait_for()
    assert arrived.violations() == []
    page.get_by_role("link", name="What became of it").click()
    page.get_by_role("heading", name="Made").wait_for()
    page.get_by_role("link", name=stays.codebook.title).click()
    with page.expect_download() as kept:
        page.get_by_role("link", name="Take it out as a REFI-QDA codebook").click()
    file = tmp_path / "codebook.qdc"
    kept.value.save_as(file)
    file.write_text(file.read_text("utf-8").replace("Moving home", "Where I live"))
    page.get_by_role("link", name="Bring in a file").click()
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="See what would happen").click()
    page.get_by_text("Changed: “Moving home” → “Where I live”").wait_for()
    assert arrived.violations() == []
    page.get_by_role("button", name="Bring it in").click()
    page.get_by_text("Brought in: 0 new themes, 1 changed.").wait_for()
    stays.refresh_from_db()
    assert stays.name == "Where I live"
    assert list(stays.tags.all()) == [tag]
    assert arrived.elsewhere() == []
