"""What actions of CKAN answer when they cannot: https://docs.ckan.org/en/latest/api/#making-an-api-request"""


class ActionError(Exception):
    """`status` and `kind` are what clients tell errors apart by; `told` is what else the answer says."""

    status, kind = 400, "Bad Request"

    def __init__(self, message: str = "", **told):
        super().__init__(message)
        self.told = {"message": message} | told if message else told


class NotFoundError(ActionError):
    status, kind = 404, "Not Found Error"


class InvalidError(ActionError):
    """A parameter that is missing or wrong: by its name, what would be right."""

    status, kind = 409, "Validation Error"


class QueryError(ActionError):
    """A query in the language of Solr that cannot be read, or asks for what there is not."""

    status, kind = 400, "Search Query Error"


class ForbiddenError(ActionError):
    status, kind = 403, "Authorization Error"
