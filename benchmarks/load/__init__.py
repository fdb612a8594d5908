"""How many people one server carries, and what it takes to remember them: `python -m benchmarks.load`."""
