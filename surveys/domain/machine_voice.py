"""Speaks words with espeak-ng, and packs the sound small with ffmpeg.

Both are programs of the machine, called by themselves: words go in through a pipe,
never through a shell or an argument, and each has a limit of time. Without them
there is no machine voice, and `machine_voice_trouble` says so.
"""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.utils.translation import gettext as _

# What espeak-ng calls its voice, where that is not the code of the language.
NAMED_OTHERWISE = {"en": "en-gb", "ckb": "ku"}
# A little slower than its usual 175 words a minute: for children, on small speakers.
WORDS_A_MINUTE = "140"
# Nothing about when, by what or on which machine it was made; the same words give
# the same file.
PLAIN = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact")
OPUS = ("-c:a", "libopus", "-b:a", "20k", "-application", "voip", "-f", "ogg")
MP3 = (
    "-c:a", "libmp3lame", "-b:a", "32k", "-ar", "22050",
    "-write_xing", "0", "-id3v2_version", "0", "-f", "mp3",
)  # fmt: skip


class CannotSpeak(Exception):
    """The machine could not speak the words; says which program failed, no words."""


@dataclass(frozen=True)
class Spoken:
    """The same words twice: small for most devices, and plain for all."""

    opus: bytes
    mp3: bytes


def machine_voice_trouble() -> str:
    """Return why this machine has no voice, for people; empty when it has one."""
    missing = [name for name in _programs() if not (name and shutil.which(name))]
    if not missing:
        return ""
    return _(
        "There is no machine voice here: the server lacks %(programs)s. Whoever runs "
        "it can install espeak-ng and ffmpeg. Recording yourself works as ever."
    ) % {"programs": ", ".join(name or _("a program") for name in missing)}


def voice_for(language: str) -> str:
    """Return the name of the machine's voice in `language`; empty when it has none."""
    if machine_voice_trouble():
        return ""
    name = NAMED_OTHERWISE.get(language, language)
    return name if name in _voices(settings.MACHINE_VOICE_SPEAKER) else ""


def speak(words: str, *, voice: str) -> Spoken:
    """Return `words` spoken by `voice`, which `voice_for` gave. Raises CannotSpeak."""
    speaker, packer = _programs()
    plain = " ".join(words.replace("\0", " ").split())
    wave = _run(
        [speaker, "--stdin", "--stdout", "-v", voice, "-s", WORDS_A_MINUTE],
        plain.encode(),
    )
    with TemporaryDirectory(prefix="voice-") as folder:
        opus, mp3 = Path(folder) / "said.ogg", Path(folder) / "said.mp3"
        _run(
            [
                packer, "-nostdin", "-hide_banner", "-loglevel", "error", "-y",
                "-f", "wav", "-i", "pipe:0",
                *PLAIN, "-ac", "1", *OPUS, str(opus),
                *PLAIN, "-ac", "1", *MP3, str(mp3),
            ],
            wave,
        )  # fmt: skip
        spoken = Spoken(opus.read_bytes(), mp3.read_bytes())
    if not (spoken.opus and spoken.mp3):
        raise CannotSpeak("Nothing came out.")
    return spoken


def _programs() -> tuple[str, str]:
    """Return the program that speaks and the one that packs, as the settings say."""
    return settings.MACHINE_VOICE_SPEAKER, settings.MACHINE_VOICE_PACKER


@cache
def _voices(speaker: str) -> frozenset[str]:
    """Return the languages `speaker` has voices for; none when it does not answer."""
    try:
        lines = _run([speaker, "--voices"], b"").decode(errors="replace").splitlines()
    except CannotSpeak:
        return frozenset()
    return frozenset(line.split()[1] for line in lines[1:] if len(line.split()) > 1)


def _run(command: Sequence[str], sent: bytes) -> bytes:
    """Run a program with `sent` as its input and return its output. Raises CannotSpeak.

    What it complains of is left behind: it could quote the words.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a list of our own words; no shell
            command,
            input=sent,
            capture_output=True,
            timeout=settings.MACHINE_VOICE_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as failed:
        raise CannotSpeak(f"{command[0]}: {type(failed).__name__}") from None
    return done.stdout
