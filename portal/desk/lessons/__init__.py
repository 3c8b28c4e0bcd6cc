"""Lessons of case studies, each findable on its own."""
