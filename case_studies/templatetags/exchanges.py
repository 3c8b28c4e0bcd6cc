"""`{{ rows|merged }}`: the exchanges of a case study, each once."""

from django import template

from case_studies.exchanges import merged

register = template.Library()
register.filter("merged", merged)
