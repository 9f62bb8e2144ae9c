"""QR codes as pictures; pure."""

import segno


def code_of(address: str) -> str:
    """Return the QR code of `address` as an SVG data address, for an img element.

    Error correction “quartile”: a poster gets creased and written on.
    """
    code = segno.make(address, error="q", micro=False)
    return code.svg_data_uri(scale=8, border=4, dark="#000", light="#fff")
