"""From `templates/` to projects: what is on offer, what to recommend, how a project starts."""
