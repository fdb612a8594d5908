"""What takes too long for `make test`, and the pages its figures stand in: `python -m tests.endurance`."""
