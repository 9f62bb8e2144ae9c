"""The schema of a survey as a file, read once."""

import json
from pathlib import Path
from typing import Any, Final

SCHEMA: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "ready" / "survey.schema.json").read_text(encoding="utf-8")
)
