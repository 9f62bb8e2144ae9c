import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/desk/nothing/here/", "/nothing/", "/en/nothing/"])
def test_what_is_not_there_is_missing_at_once(client, path):
    assert client.get(path).status_code == 404
