"""Which format of an address without an ending suits who asks: https://www.w3.org/TR/cooluris/#r303gendocument"""

from django.http import HttpResponseRedirect

from .rdf.formats import FORMATS

HTML = "text/html"
BY_TYPE = {form.content_type: f".{ending}" for ending, form in FORMATS.items()} | {"application/json": ".jsonld"}


def see_other(request, page: str):
    """Leads to the format that the request likes best, by the address with its ending; to `page` for people, and for
    who names no format that there is."""
    liked = request.get_preferred_type([HTML, *BY_TYPE]) if request.headers.get("Accept") else ".ttl"
    ending = BY_TYPE.get(liked)
    response = HttpResponseRedirect(f"{request.path}{ending}" if ending else page)
    response.status_code = 303
    response["Vary"] = "Accept"
    return response
