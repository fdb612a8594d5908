"""Alembic's scripts: each file of `versions` leads the database from one shape to the next."""
