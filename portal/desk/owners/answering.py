"""What an answer by the link of a mail does: a mail that was passed on narrows, and opens nothing."""

from portal.access.enums import OwnerAnswer
from portal.access.services import answer_owner
from portal.desk.owners.mails import tell_to_confirm
from portal.directory.rights import speakers


def take_answer(*, notice, user, signed_in, answer, message):
    """Keeps the answer of `user`, to whom the link belongs, or of who speaks for the owner, too, and is `signed_in`;
    returns whether it holds. “Go ahead” by the link alone waits until `user` confirms it from their own mailbox.

    Raises as `portal.access.services.answer_owner`.
    """
    is_known = signed_in in speakers(notice.organisation)
    if answer == OwnerAnswer.GO_AHEAD != notice.answer and not is_known:
        tell_to_confirm(notice, user, message.strip())
        return False
    answer_owner(notice=notice, by=signed_in if is_known else user, answer=answer, message=message)
    return True
