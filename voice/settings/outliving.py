"""What outlives the database: what is kept beside it, and the key of its backups."""

from voice.settings import environment

# Outside the database: which responses were erased, so that a restored backup forgets.
ERASURES_FILE = environment.text(
    "VOICE_ERASURES_FILE", str(environment.HOUSE / "var" / "erasures.txt")
)
# Outside the database: the newest seal ever made here, so that a cut tail shows.
AUDIT_CHECKPOINT = environment.text(
    "VOICE_AUDIT_CHECKPOINT",
    str(environment.HOUSE / "var" / "audit-checkpoint.json"),
)
# Seals backups; 64 hexadecimal digits, and no other key's.
BACKUP_KEY = environment.text("VOICE_BACKUP_KEY", "")
