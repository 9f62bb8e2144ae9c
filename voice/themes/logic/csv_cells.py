"""Words in the cells of a CSV file, so that no spreadsheet works them out; pure.

A cell that begins with a sign of a formula (R37; OWASP, "CSV Injection") gets an
apostrophe before it, as does one that begins with an apostrophe: taking one away gives
every word back as it was.
"""

SIGNS = "=+-@\t\r\n\0＝＋－＠"
APOSTROPHE = "'"


def neutral(words: str) -> str:
    """Return `words` as a cell may hold them."""
    begins = words.lstrip(" ")[:1]
    if words and (begins == APOSTROPHE or begins in SIGNS):
        return APOSTROPHE + words
    return words


def as_written(cell: str) -> str:
    """Return the words that `neutral` made a cell of."""
    return cell.removeprefix(APOSTROPHE)
