"""The command line: start a project, check it, export it, look after kept ones, and see what there is.

Every command exits with 0, with 1 where a check found errors, or with 2 where something given cannot be used.
"""

from __future__ import annotations

import io
import sys

import click

from wizard.cli import accounts, auditing, entering, exporting, keeping, linting, listing, naming, starting


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Design linked sales funnels for amoCRM, check them and export them."""
    for stream in (sys.stdout, sys.stderr):
        # Windows would write the code page of the console, and a file in it.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


main.add_command(starting.new)
main.add_command(linting.lint)
main.add_command(naming.check_names)
main.add_command(auditing.audit)
main.add_command(exporting.export)
main.add_command(keeping.drafts)
main.add_command(listing.funnels)
main.add_command(listing.industries)
main.add_command(listing.rules)
main.add_command(accounts.account)
main.add_command(accounts.pull)
main.add_command(entering.plan)
main.add_command(entering.apply_)
main.add_command(entering.verify_)
