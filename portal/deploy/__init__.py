"""How the portal is put on a server: gunicorn's settings and nginx's."""
