"""What production cannot do without, asked for all at once and in words."""

from django.core.exceptions import ImproperlyConfigured

REQUIRED = {
    "SECRET_KEY": "a long random text that nobody else knows",
    "ALLOWED_HOSTS": "the names that the portal answers to, for example portal.example.org",
    "SITE_URL": "its address, for example https://portal.example.org",
    "DATABASE_URL": "the database, for example postgres://portal:password@db:5432/portal",
    "MAILER_URL": "how mail is sent, for example smtp+tls://user:password@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "the sender of the portal's mails, for example portal@example.org",
}
SHORTEST_KEY = 50
PLACEHOLDER = "replace-this"
"""How .env.example marks a secret that everybody can read there."""


def check_required(environment):
    """Raises ImproperlyConfigured with one line for each variable that is missing or cannot be right."""
    wrong = [f"{name} is missing: {what}" for name, what in REQUIRED.items() if not environment.get(name, "").strip()]
    examples = [name for name in REQUIRED if PLACEHOLDER in environment.get(name, "")]
    wrong += [f"{name} is the one of the example: put in your own" for name in examples]
    key = environment.get("SECRET_KEY", "")
    if key and (len(key) < SHORTEST_KEY or len(set(key)) < 5):
        wrong.append(f"SECRET_KEY is too easy to guess: use at least {SHORTEST_KEY} random characters")
    if "*" in environment.get("ALLOWED_HOSTS", ""):
        wrong.append("ALLOWED_HOSTS may not contain *: name the hosts, with commas between them")
    url = environment.get("SITE_URL", "")
    if url and (not url.startswith("https://") or url.count("/") > 2):
        wrong.append(f"SITE_URL must begin with https:// and hold no path, not even a last /; it is {url}")
    if wrong:
        raise ImproperlyConfigured("\n".join(["The portal cannot start in production:", *wrong]))
