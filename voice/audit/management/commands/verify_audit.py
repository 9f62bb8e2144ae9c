"""Checks that nothing in the audit was edited, deleted, inserted or reordered."""

from typing import Any

from django.core.management.base import BaseCommand

from voice.audit.domain.verifying import verify
from voice.audit.queries import how_much


class Command(BaseCommand):
    """Check the audit; the exit code is 1 when anything is wrong."""

    help = "Checks the audit for edits, deletions, insertions and reordering."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a sentence for each finding, or that all is well."""
        findings = verify()
        for finding in findings:
            self.stderr.write(f"{finding.kind}: {finding.sentence}")
        if findings:
            raise SystemExit(1)
        entries, seals = how_much()
        self.stdout.write(f"The audit is whole: {entries} entries, {seals} seals.")
