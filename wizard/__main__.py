"""`python -m wizard`: see `wizard.cli`."""

from __future__ import annotations

from wizard.cli import main

if __name__ == "__main__":
    main(prog_name="python -m wizard")
