"""Every way a project changes: pure functions `(Project, …) -> Project`.

Each leaves a valid project, with references following and nothing half-done. What an edit takes
along (a deleted stage's routes, questions, key-stage mark) stands in its docstring and its tests.
"""
