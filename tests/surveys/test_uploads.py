from io import BytesIO

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.test import RequestFactory

from surveys.uploads import MOST


def sent(path, size):
    """Return the request of a page with a file of `size` bytes, and words behind it."""
    content = BytesIO(bytes(size))
    content.name = "Oak Street.ogg"
    return RequestFactory().post(path, {"recording": content, "step": "next"})


@pytest.mark.parametrize("size", [0, 1, 5 * 1024 * 1024])
def test_a_young_persons_file_stays_in_memory_and_loses_its_name(size):
    request = sent("/s/3/", size)
    file = request.FILES["recording"]
    assert isinstance(file, InMemoryUploadedFile)
    assert (file.name, file.size, len(file.read())) == ("recording", size, size)


def test_of_a_file_too_long_only_so_much_is_kept_that_it_can_be_refused():
    request = sent("/s/3/", MOST + 500_000)
    assert len(request.FILES["recording"].read()) == MOST
    assert request.POST["step"] == "next"


def test_a_workers_file_is_received_as_djangos_own_handlers_do():
    with sent("/admin/images/add/", 5 * 1024 * 1024).FILES["recording"] as file:
        assert not isinstance(file, InMemoryUploadedFile)
        assert file.size == 5 * 1024 * 1024
