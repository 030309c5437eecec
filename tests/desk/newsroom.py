"""Stories on their way through the steps."""

import json

from wagtail.models import TaskState

STEPS = ("Desk", "Sub-editing", "Rights", "Publish")


def hand_in(page, user, step: str = "Desk") -> TaskState:
    """Submit the page and see it to the named step, as if every step before had been approved; the open step."""
    state = page.get_workflow().start(page, user)
    for _before in range(STEPS.index(step)):
        state.current_task_state.approve()
        state.refresh_from_db()
    assert state.current_task_state.task.name == step
    return state.current_task_state


def approval(page, name: str = "approve", **said) -> dict[str, str]:
    """What the form sends besides its fields when the open step is decided: by which button, with which words."""
    return {
        "action-workflow-action": "true",
        "workflow-action-name": name,
        "workflow-action-extra-data": json.dumps(said),
        "desk-step": str(page.current_workflow_task_state.pk),
    }
