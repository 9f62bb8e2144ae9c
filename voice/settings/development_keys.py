"""Makes the keys of a development house once, and keeps them beside its database."""

import secrets

from voice.settings import environment


def development_key(name: str) -> str:
    """Return the development key called `name`, 32 bytes as hexadecimal; make it if new."""
    path = environment.HOUSE / "var" / "keys" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_hex(32), encoding="ascii")
        path.chmod(0o600)
    return path.read_text(encoding="ascii").strip()
