"""Background tasks wait in the database and are done by `manage.py run_worker`."""

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
