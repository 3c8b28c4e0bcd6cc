"""One page of all lessons, their number and the counts of both facets, in one statement: nothing else is read.

Access is inside: the statement begins with the pages that the reader may read, as `visible_to` says.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Case, Count, OuterRef, QuerySet, Subquery, When

from case_studies.models import CaseStudyLesson
from portal.core.languages import reading_language

from .facets import FACETS, values_of
from .rows import Part, lessons_of

TOTAL, CASE, COUNT = 0, 1, 2
"""What a row says: how many lessons; a case and how many lessons stand before its own; a value and how many have it."""

# A case in several languages counts once: in the reader's, else in its own, which has the lowest key of its pages.
CASES = """
    WITH readable (page, identity, slug, published, other, number) AS ({readable}),
    ranked AS (
        SELECT page, identity, slug, number, MAX(published) OVER (PARTITION BY identity) AS newest,
               ROW_NUMBER() OVER (PARTITION BY identity ORDER BY other, page) AS place
        FROM readable
    ),
    cases AS MATERIALIZED (
        SELECT r.page, r.slug, r.number, r.newest, d.id AS document{misses}
        FROM ranked r LEFT JOIN search_recorddocument d ON d.identity_id = r.identity
        WHERE {kept}
    ),
    hits AS MATERIALIZED (
        SELECT page, number, CAST(SUM(number) OVER (ORDER BY newest DESC, slug, page) AS BIGINT) AS upto
        FROM cases WHERE {fits}
    ),
    -- Beyond the last page comes the last.
    bounds AS (
        SELECT total, CASE WHEN total > {start} THEN {start} WHEN total = 0 THEN 0
                      ELSE ((total - 1) / {size}) * {size} END AS start
        FROM (SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) AS total FROM hits) t
    )
"""
TOTALS = f"SELECT {TOTAL} AS what, 0 AS number, total AS count FROM bounds"
SHOWN = (
    f"SELECT {CASE}, h.page, h.upto - h.number FROM hits h, bounds b "
    "WHERE h.upto > b.start AND h.upto - h.number < b.start + {size}"
)
COUNTS = (
    f"SELECT {COUNT}, f.value_id, CAST(SUM(c.number) AS BIGINT) "
    "FROM cases c JOIN search_recordfacet f ON f.document_id = c.document "
    "WHERE {fits} AND f.value_id IN (SELECT id FROM search_facetvalue WHERE facet = %s) GROUP BY f.value_id"
)


@dataclass(frozen=True)
class AllLessons:
    """The lessons of the `readable` pages, newest case first."""

    readable: QuerySet
    any_word = False

    def part(self, query, stored, chosen, excluded) -> Part:
        """The page that `query` asks for; `chosen` and `excluded` are StoredValues by facet."""
        size = query.page_size
        sql, parameters = _statement(self.readable, (query.page - 1) * size, size, chosen, excluded)
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            rows = [tuple(map(int, row)) for row in cursor.fetchall()]
        total = next(count for what, _, count in rows if what == TOTAL)
        cases = sorted((before, page) for what, page, before in rows if what == CASE)
        counts = {value: count for what, value, count in rows if what == COUNT}
        lessons = self._lessons(cases, total, query)
        return Part(lessons, values_of(lessons, stored), total, counts)

    def _lessons(self, cases, total, query):
        """Of the lessons of these cases (pairs of how many lessons stand before, and page) those of the page shown."""
        places = {page: place for place, (_, page) in enumerate(cases)}
        lessons = sorted(lessons_of(self.readable.filter(pk__in=places)), key=lambda each: places[each.page_id])
        first = (query.page_of(total) - 1) * query.page_size
        skipped = first - cases[0][0] if cases else 0
        return lessons[skipped : skipped + query.page_size]


def _statement(readable, start, size, chosen, excluded):
    sql, parameters = _readable(readable).query.sql_with_params()
    parameters, misses, kept = list(parameters), "", ["r.place = 1"]
    for facet, values in chosen.items():
        misses += f", CASE WHEN {_has(values)} THEN 0 ELSE 1 END AS not_{facet}"
        parameters += [value.id for value in values]
    for values in excluded.values():
        kept.append(f"NOT ({_has(values)})")
        parameters += [value.id for value in values]
    parts = [TOTALS, SHOWN.format(size=size)]
    for facet in FACETS:
        parts.append(COUNTS.format(fits=_fits(name for name in chosen if name != facet)))
        parameters.append(facet)
    cases = CASES.format(
        readable=sql, misses=misses, kept=" AND ".join(kept), fits=_fits(chosen), start=start, size=size
    )
    return cases + " UNION ALL ".join(parts), parameters


def _readable(pages):
    """The columns of `readable`: pages that have lessons, and how many."""
    other = Case(When(locale__language_code=reading_language(), then=0), default=1)
    # In a subquery: a join would make the database group by all texts of a case study.
    own = CaseStudyLesson.objects.filter(case_study=OuterRef("pk")).order_by().values("case_study")
    number = Subquery(own.annotate(number=Count("pk")).values("number"))
    columns = ("pk", "translation_key", "slug", "first_published_at", "other", "number")
    return pages.annotate(other=other, number=number).filter(number__gt=0).order_by().values_list(*columns)


def _has(values):
    wanted = ", ".join(["%s"] * len(values))
    return f"COALESCE(d.id, 0) IN (SELECT f.document_id FROM search_recordfacet f WHERE f.value_id IN ({wanted}))"


def _fits(facets):
    return " AND ".join(f"not_{facet} = 0" for facet in facets) or "1 = 1"
