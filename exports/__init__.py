"""What a project leaves as: one format a file."""
