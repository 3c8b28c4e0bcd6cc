from django.apps import AppConfig


class CaseStudiesConfig(AppConfig):
    """Case studies: who shared what with whom, over which barrier, and what came of it."""

    name = "case_studies"

    def ready(self):
        from case_studies.kind import CASE_STUDY
        from portal.directory.own_data import add_part
        from portal.records.registry import register

        register(CASE_STUDY)
        add_part(
            "cases_used",
            lambda user: list(user.replications.values("case__code", "said_on", "what", "outcome", "outcome_note")),
        )
