"""QR codes as pictures; pure."""

import segno


def code_of(address: str) -> str:
    """Return the QR code of `address` as an SVG data address, for an img element.

    Error correction “quartile”: a poster gets creased and written on.
    """
    code = segno.make(address, error="q", micro=False)
    return code.svg_data_uri(scale=8, border=4, dark="#000", light="#fff")


def small_code_of(address: str) -> str:
    """Return the same for one of many slips: quick to make, and small.

    Of the eight masks one is taken rather than the best: a phone reads each.
    """
    code = segno.make(address, error="m", micro=False, mask=3)
    return code.svg_data_uri(border=4, dark="#000", light="#fff", omitsize=True)


def outline_of(address: str) -> tuple[int, str]:
    """Return the QR code of `address` as the side of a square and an SVG path in it.

    For documents that bring in no picture by its address; with its quiet margin.
    """
    code = segno.make(address, error="q", micro=False)
    margin = 4
    rows = [list(row) for row in code.matrix]
    path = "".join(
        f"M{x + margin} {y + margin}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return len(rows) + 2 * margin, path
