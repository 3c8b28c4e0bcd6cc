from django.apps import AppConfig


class CaseStudiesConfig(AppConfig):
    """Case studies: who shared what with whom, over which barrier, and what came of it."""

    name = "case_studies"

    def ready(self):
        from case_studies.asking import OUTCOME_DUE
        from case_studies.kind import CASE_STUDY
        from portal.directory.own_data import add_part
        from portal.notifications import kinds
        from portal.records.registry import register

        register(CASE_STUDY)
        kinds.register(OUTCOME_DUE)
        add_part(
            "cases_used",
            lambda user: list(user.replications.values("case__code", "said_on", "what", "outcome", "outcome_note")),
        )
