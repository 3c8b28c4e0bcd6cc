"""The words of a mail, in the language of its reader: plain text, and HTML that is made from it."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils.translation import get_language_bidi, override

from portal.core.languages import under_prefix
from portal.notifications.digests import DIGEST, items_of
from portal.notifications.kinds import kind
from portal.notifications.naming import named_record
from portal.notifications.stop_links import stop_url
from portal.notifications.wanted import language_of

LAYOUT = "emails/layout"


def mail_of(notice):
    """The EmailMultiAlternatives of a notice, addressed and with its Message-ID."""
    language = language_of(notice.user) if notice.user_id else notice.language
    with override(language):
        context = context_of(notice)
        subject, body = (words(notice, part, context) for part in ("subject", "body"))
        context |= {"subject": subject, "body": body, "language": language, "is_rtl": get_language_bidi()}
        mail = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=_plain(f"{LAYOUT}.txt", context),
            to=[notice.recipient],
            headers=_headers(notice, context),
        )
        mail.attach_alternative(render_to_string(f"{LAYOUT}.html", context), "text/html")
    return mail


def context_of(notice):
    """What the words of a notice may use: facts, the record as its reader may know it, addresses of the portal."""
    record = notice.record and named_record(notice.record, notice.user)
    at_record = absolute(record.path) if record else ""
    path = notice.facts.get("path")
    items = [_line(item) for item in items_of(notice)] if notice.kind == DIGEST.key else []
    told = kind(notice.kind).told
    return {
        **(told(notice.user, notice.facts) or {} if told else {}),
        "facts": notice.facts,
        "items": items,
        "record": record,
        "name": notice.user.get_full_name() if notice.user_id else "",
        "record_url": at_record,
        "url": absolute(path) if path else at_record or absolute("/"),
        "settings_url": absolute("/my/notices/") if notice.user_id else "",
        "stop_url": stop_url(notice),
    }


def words(notice, part, context):
    """One part of a kind's template as plain text."""
    return _plain(f"emails/{notice.kind}.txt#{part}", context).strip()


def _line(notice):
    """A notice in a digest: what would be its subject, and where it leads."""
    context = context_of(notice)
    return " ".join(words(notice, "subject", context).split()), context["url"]


def absolute(path):
    """The address of a path of the portal, given in English, in the language of now."""
    return settings.SITE_URL + under_prefix(path)


def _plain(name, context):
    """A text, in which nothing is written as HTML writes it."""
    return get_template(name).template.render(Context(context, autoescape=False))


def _headers(notice, context):
    headers = {"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"}
    if reply_to := notice.facts.get("reply_to"):
        headers["Reply-To"] = reply_to
    if context["stop_url"]:
        # https://www.rfc-editor.org/rfc/rfc8058: one POST to that address, without signing in.
        headers["List-Unsubscribe"] = f"<{context['stop_url']}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
