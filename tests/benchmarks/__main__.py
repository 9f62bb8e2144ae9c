"""Prints how fast it is: uv run --group dev python -m tests.benchmarks [name …].

Without a name each is run in turn; 1 when any goal is missed.
"""

import argparse
import subprocess
import sys

NAMES = {
    "phone": "an old phone on slow 3G, beside a bare page and Wagtail's form",
    "requests": "requests to gunicorn on SQLite and PostgreSQL, beside Wagtail's form",
    "pages": "queries and CPU of a page in one process, compiling and editing",
    "counting": "live counts of up to 557,077 responses, beside SQL and a loop",
    "exports": "all answers of 557,077 responses as a file, beside Wagtail's form",
    "assembly": "1,000 phones open in 60 seconds and answer in the next 60",
    "codes": "whether the fate of a code can be told by time",
    "screening": "how many texts a second are screened",
    "statement": "board and statement pages of 120 actions and 2,000 pieces of evidence",
    "tagging": "a page of 50,000 comments to tag, beside one of 200",
}


def main():
    """Run each benchmark in a process of its own; return 1 when one missed a goal."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:<10} {what}" for name, what in NAMES.items()),
    )
    parser.add_argument("name", nargs="*", choices=[*NAMES, []], metavar="name")
    wanted = parser.parse_args().name or list(NAMES)
    missed = []
    for name in wanted:
        print(f"\n=== {name}: {NAMES[name]}", flush=True)
        command = [sys.executable, "-m", f"tests.benchmarks.{name}"]
        if subprocess.run(command, check=False).returncode:
            missed.append(name)
    print(f"\nMissed: {', '.join(missed)}." if missed else "\nEvery goal is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
