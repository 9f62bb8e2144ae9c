"""Where higher apps register which age bands young people were asked in."""

from collections.abc import Callable, Iterable

Asked = Callable[[], Iterable[str]]
_registered: dict[str, Asked] = {}


def register(name: str, function: Asked) -> None:
    """Have `function` tell the keys of bands whose ages may change no more."""
    _registered[name] = function


def is_in_use(key: str) -> bool:
    """Say whether anybody was asked in the band `key`."""
    return any(key in set(_registered[name]()) for name in sorted(_registered))
