"""Signing in with the account of an organisation, by OpenID Connect: where OIDC_ISSUER is set."""

PROVIDER_ID = "organisation"


def providers(env):
    """SOCIALACCOUNT_PROVIDERS: the one issuer that the environment names, or none."""
    issuer = env.str("OIDC_ISSUER", default="")
    if not issuer:
        return {}
    app = {
        "provider_id": PROVIDER_ID,
        "name": env.str("OIDC_NAME", default="OpenID Connect"),
        "client_id": env.str("OIDC_CLIENT_ID"),
        "secret": env.str("OIDC_CLIENT_SECRET"),
        "settings": {"server_url": issuer},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
