"""How fast the wizard is, beside an empty app and a plain page: `python -m benchmarks.run`."""
