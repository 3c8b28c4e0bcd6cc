"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from wagtail import hooks

from practices.needs.viewsets import need_viewsets

hooks.register("register_admin_viewset", need_viewsets)
