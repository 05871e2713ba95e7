"""Django's settings, from the environment; ``docs/administrators`` explains each variable.

Nothing needs to be set to try the site: the command ``demo`` sets what it needs.
"""

from pathlib import Path
from typing import Any

from answerable.desk import env
from answerable.desk.db.choose import database
from answerable.desk.db.storage import storage
from answerable.desk.secret import secret_key
from answerable.desk.single_sign_on import single_sign_on
from answerable.desk.slices import APPS

DATA = Path(env.text("ANSWERABLE_DATA", "answerable-data")).resolve()
DEMO = env.flag("ANSWERABLE_DEMO", default=False)
SITE = env.choice("ANSWERABLE_SITE", ("both", "public", "staff"))
HTTPS = env.flag("ANSWERABLE_HTTPS", default=False)
ADDRESS = env.text("ANSWERABLE_ADDRESS", "http://127.0.0.1:8000").rstrip("/")

DEBUG = False
SECRET_KEY = secret_key(DATA)
SECRET_KEY_FALLBACKS = env.words("ANSWERABLE_OLD_SECRET_KEYS")
ALLOWED_HOSTS = env.words("ANSWERABLE_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [ADDRESS] if ADDRESS.startswith("https://") else []

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    *APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "answerable.desk.sites.choose_site",
    "answerable.desk.log.kept.keep_pages",
    "answerable.desk.authority.once.once_a_request",
    "answerable.desk.ui.headers.safe_headers",
    "answerable.desk.sites.StaffSessions",
    "answerable.desk.sites.StaffLocale",
    "answerable.desk.ask.language.choose_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "answerable.desk.sites.StaffAuthentication",
    "answerable.desk.sites.StaffMessages",
    "allauth.account.middleware.AccountMiddleware",
    "answerable.desk.people.second_factor.ask_for_second_factor",
    "answerable.desk.ui.problems.plain_problems",
]
ROOT_URLCONF = "answerable.desk.urls_public"
WSGI_APPLICATION = "answerable.desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "answerable.desk.ui.jinja.environment",
            "context_processors": [
                "django.template.context_processors.i18n",
                "answerable.desk.ui.context.everywhere",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

DATABASES: dict[str, dict[str, Any]] = {"default": database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent / "ui" / "built"]
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": storage(DATA),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["answerable.desk.people.backend.WithRoles"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_ADAPTER = "answerable.desk.people.adapter.NoSignUp"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGOUT_REDIRECT_URL = "/desk/"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Answerable"
# A made-up authority on one's own machine is open to anyone with the printed password.
SECOND_FACTOR = env.flag("ANSWERABLE_SECOND_FACTOR", default=not DEMO)
SOCIALACCOUNT_PROVIDERS = single_sign_on()
SOCIALACCOUNT_ADAPTER = "answerable.desk.people.adapter.NoSocialSignUp"
# The authority's own provider says whose address it is; whoever was added with it may come in.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True

SESSION_COOKIE_NAME = "__Secure-desk" if HTTPS else "desk"
SESSION_COOKIE_PATH = "/desk/"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-check" if HTTPS else "check"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "answerable.desk.ui.problems.csrf_failed"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if env.text("ANSWERABLE_SMTP_HOST")
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = str(DATA / "mail-not-sent")
EMAIL_HOST = env.text("ANSWERABLE_SMTP_HOST")
EMAIL_PORT = env.number("ANSWERABLE_SMTP_PORT", 587)
EMAIL_HOST_USER = env.text("ANSWERABLE_SMTP_USER")
EMAIL_HOST_PASSWORD = env.text("ANSWERABLE_SMTP_PASSWORD")
EMAIL_USE_TLS = env.flag("ANSWERABLE_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 30
