"""What a query found, in no order."""


def pks(queryset):
    return {found.pk for found in queryset}
