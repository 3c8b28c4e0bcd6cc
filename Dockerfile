# The portal as one image: web server, worker, scheduler and setup are the same image with another command.
# requirements.lock holds versions and hashes of everything, development tools included. Here it is a constraint:
# only what pyproject.toml needs in production is installed, in the locked versions, and each hash is checked.
FROM python:3.13-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_CACHE=1 UV_LINK_MODE=copy
RUN pip install --quiet 'uv>=0.9,<1' && uv venv --quiet /venv
WORKDIR /app
COPY pyproject.toml requirements.lock ./
RUN uv pip install --quiet --no-config --python /venv/bin/python -r pyproject.toml -c requirements.lock
COPY manage.py ./
COPY templates templates
COPY practices practices
COPY events events
COPY case_studies case_studies
COPY portal portal
ENV PATH=/venv/bin:$PATH
RUN find portal -name '*.po' | while read -r po; do pybabel -q compile -i "$po" -o "${po%.po}.mo"; done \
 && python -m compileall -q manage.py portal practices case_studies events
# Static files with hashed names, compressed; the values only let the settings load and stay in no layer's environment.
RUN SECRET_KEY=only-to-build-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789 ALLOWED_HOSTS=build \
    SITE_URL=https://build.invalid DATABASE_URL=sqlite:////tmp/build.sqlite3 MAILER_URL=console:// \
    DEFAULT_FROM_EMAIL=build@build.invalid PORTAL_VAR=/tmp STATIC_ROOT=/app/static \
    DJANGO_SETTINGS_MODULE=portal.settings.production python manage.py collectstatic --noinput --verbosity 0

FROM python:3.13-slim-bookworm
# Pango and fonts, Arabic among them: without them there are no PDFs of proceedings, and all else works.
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin portal \
 && install -d -o portal -g portal -m 750 /var/portal
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=portal.settings.production PORTAL_VAR=/var/portal STATIC_ROOT=/app/static BIND=0.0.0.0:8000
USER portal
VOLUME /var/portal
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["python", "-m", "portal.core.probe"]
CMD ["gunicorn", "-c", "python:portal.deploy.gunicorn_settings"]
