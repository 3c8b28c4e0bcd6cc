"""The days on which an event can be: what calendars and clocks can reckon with."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator

IN_REACH = (MinValueValidator(date(1950, 1, 1)), MaxValueValidator(date(2150, 12, 31)))
