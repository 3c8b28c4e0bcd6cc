from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from portal.records.models import ReviewTask

REVIEW = "Review"
# Wagtail's own example would let a group approve what its members wrote.
UNUSED = "Moderators approval"


def set_up_workflow():
    """The one workflow, of one step, for every page: a second editor reviews."""
    Workflow.objects.filter(name=UNUSED).delete()
    task, _ = ReviewTask.objects.get_or_create(name=REVIEW)
    workflow, _ = Workflow.objects.get_or_create(name=REVIEW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
    return workflow
