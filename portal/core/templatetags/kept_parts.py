"""`{% include_kept %}`, which every template has (a builtin): a part that is rendered once for all who see the same."""

from django import template
from django.conf import settings
from django.template.base import TemplateSyntaxError
from django.template.loader_tags import IncludeNode, do_include
from django.utils.translation import get_language

from portal.core.kept_parts import kept_part

register = template.Library()


class KeptPart(IncludeNode):
    """An include that is looked up by what it is given, before it is rendered."""

    def render(self, context):
        if settings.DEBUG:
            # Whoever writes templates wants to see them.
            return super().render(context)
        values = {name: value.resolve(context) for name, value in self.extra_context.items()}
        name = (self.template.var, get_language())
        return kept_part(name, values, lambda: super(KeptPart, self).render(context))


@register.tag
def include_kept(parser, token):
    """`{% include_kept "actions/row.html" with row=row only %}`: as `include` of a part that needs nothing of the
    request. For rows and facets, of which a page has many."""
    node = do_include(parser, token)
    if not node.isolated_context or not isinstance(node.template.var, str):
        raise TemplateSyntaxError("include_kept needs the name of a template, and “only”: it is kept by what it gets.")
    return KeptPart(node.template, extra_context=node.extra_context, isolated_context=True)
