"""Pictures of a project: pure functions from a project to an altair chart and its twin in words."""
