"""The folders in which the portal's own code stands (docs/architecture.md)."""

ROOMS = ("portal", "practices", "case_studies", "events")
