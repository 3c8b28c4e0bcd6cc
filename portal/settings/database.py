"""One DATABASE_URL: SQLite (the default) or PostgreSQL."""

# IMMEDIATE, WAL and a timeout: with the defaults half of the read-then-write requests of two workers fail
# with "database is locked". Not together with ATOMIC_REQUESTS.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def database(env, var_dir, variable="DATABASE_URL"):
    """The settings of the database that the variable names, by default an SQLite file in `var_dir`."""
    settings = env.db_url(variable, default=f"sqlite:///{var_dir / 'portal.sqlite3'}")
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = SQLITE_OPTIONS
    else:
        settings["CONN_MAX_AGE"] = 60
        settings["CONN_HEALTH_CHECKS"] = True
    return settings
