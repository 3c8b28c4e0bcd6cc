"""Signing in, by allauth: what it asks for, how often, and how it writes to people."""

ACCOUNT_ADAPTER = "portal.desk.joining.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "request_login_code": "portal.desk.joining.account_forms.LoginCodeForm",
    "reset_password": "portal.desk.joining.account_forms.ResetForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Whoever changes a password or a second factor is told by mail.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
# Addresses and second factors change only with the password typed again: a stolen session is not an account.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# For those who forget passwords on bad lines; a second factor is asked for after it all the same.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
# Amount/seconds/of whom: an address on the net (ip), an account (user), what somebody typed or a link (key).
# Where there is an `_in_all`, the key before it is a pair (asker and asked-for), and no asker alone reaches the other
# in a day: nobody shuts anybody else out (docs/decisions/0016).
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    # allauth's key, to which the adapter adds the network address.
    "login_failed": "10/m/ip,5/300s/key",
    "login_tried_in_all": "2000/d/key",
    "reset_password": "20/m/ip",
    "login_code": "20/m/ip",
    # Codes and resets to one address: see account_mail.
    "request_login_code": None,
    "account_mail": "3/m/key,10/d/key",
    "account_mail_in_all": "60/d/key",
    "invite": "30/h/user",
    "accept": "20/m/ip",
    "join": "10/h/ip",
    "join_mail": "3/d/key",
    "join_mail_in_all": "12/d/key",
    "join_confirm": "20/m/ip",
    "close_account": "5/300s/user",
    "join_organisation": "10/h/user",
    "follow": "60/h/user",
    "import": "40/h/user",
    "discuss": "30/h/user",
    "ask": "30/d/user",
    "answer": "60/h/user",
    "act": "120/h/ip",
    "action": "240/h/user",
    # Mails to who has no account: that an action is theirs, that they are invited once more.
    "action_mail": "5/d/key",
    "action_mail_in_all": "40/d/key",
    "action_mail_by": "60/d/user",
    "invited_again": "3/d/key",
    "invited_again_in_all": "24/d/key",
    "answer_link": "20/h/key",
    "answer_link_wrong": "60/h/ip",
    # A room full of people shares one address on the net; lines come one by one, sheets seldom.
    "event_code_wrong": "300/h/ip",
    "capture": "6000/h/ip",
    "sheet": "120/h/ip",
    # Files of proceedings that are made, not those that are kept: a room full of people may ask for each.
    "proceedings_file": "120/h/ip",
    "report": "30/h/user",
    "webhook": "60/h/user",
    "token": "20/h/user",
    "write_to_member": "10/d/user",
    "write_to_member_by_mail": "10/d/ip",
    "message_mail": "3/d/key",
    "message_mail_in_all": "12/d/key",
    "written_to": "3/d/key",
    "written_to_in_all": "60/d/key",
    "message_confirm": "20/m/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# Demo accounts need no second factor where PORTAL_DEMO_ALLOWED: their password is known to everybody anyway.
DEMO_ADDRESSES = "@demo.example"

# An issuer opens no account: it signs in who has one with an address that the issuer has confirmed, and they have here.
SOCIALACCOUNT_ADAPTER = "portal.desk.joining.adapter.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
# A form that leads to another host would need that host in the content security policy.
SOCIALACCOUNT_LOGIN_ON_GET = True
