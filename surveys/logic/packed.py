"""What may be packed in a file that somebody brings; pure.

R23 of the threat model: declared sizes of 20 MiB in all, at most 200 parts, none packed
more than a hundredfold. A part is never unpacked past the size it declares.
"""

from zipfile import ZipFile

MOST_UNPACKED = 20 * 1024 * 1024
MOST_PARTS = 200
MOST_RATIO = 100


class PackedTooMuch(ValueError):
    """Far more is packed in it than anybody writes."""


def refuse_bomb(packed: ZipFile, size: int) -> None:
    """Raise PackedTooMuch unless a file of `size` bytes unpacks to something fair."""
    parts = packed.infolist()
    unpacked = sum(one.file_size for one in parts)
    too_much = len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED
    if too_much or unpacked > size * MOST_RATIO:
        raise PackedTooMuch
