"""Work done behind: making a file of a paper, by its id alone."""

from django.tasks import task

from voice.briefings.models import PaperFile
from voice.briefings.papers.making import make


@task()
def make_file(file_id: int) -> None:
    """Make a file that was asked for; nothing when it is made already."""
    file = PaperFile.objects.filter(pk=file_id, made=None).first()
    if file is not None:
        make(file)


def make_soon(file_id: int) -> None:
    """Enqueue the making of a file."""
    make_file.enqueue(file_id)
