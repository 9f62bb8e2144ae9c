"""Figures in Prometheus' text format; pure.

Source: Prometheus, "Exposition formats", text-based format 0.0.4.
"""

from collections.abc import Mapping


def metrics_text(figures: Mapping[str, tuple[str, int | None]]) -> str:
    """Return gauges as text: each name with what it is and its value.

    One without a value is left out, as Prometheus asks: it is not known, and not 0.
    """
    lines = []
    for name, (what, value) in figures.items():
        if value is not None:
            lines += [
                f"# HELP {name} {what}",
                f"# TYPE {name} gauge",
                f"{name} {value:d}",
            ]
    return "\n".join(lines) + "\n"
