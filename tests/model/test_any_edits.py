"""Whatever people do to a project, in whatever order, it stays valid, can be undone and can be saved."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import edits, projects, starts
from wizard.model.history import History
from wizard.model.project import Project

PATIENT = settings(
    deadline=None,
    max_examples=150,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@PATIENT
@given(projects())
def test_any_sequence_of_edits_leaves_a_valid_project(project: Project) -> None:
    assert Project.model_validate(project.model_dump()) == project


@PATIENT
@given(projects())
def test_any_project_is_the_same_after_json(project: Project) -> None:
    assert Project.model_validate(project.model_dump(mode="json")) == project
    assert Project.model_validate_json(project.model_dump_json()) == project


@PATIENT
@given(st.data())
def test_any_edits_can_be_undone_and_redone(data: st.DataObject) -> None:
    states = [data.draw(starts())]
    history = History(states[0])
    for _ in range(data.draw(st.integers(1, 5))):
        after = data.draw(edits(history.present))
        history = history.commit(after)
        if after != states[-1]:
            states.append(after)
    done = history
    for state in reversed(states):
        assert history.present == state
        history = history.undo()
    for state in states[1:]:
        history = history.redo()
        assert history.present == state
    assert history == done
