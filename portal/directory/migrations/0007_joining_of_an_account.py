import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def find_accounts(apps, schema_editor):
    """Of those who joined before, the address is all that says who they are."""
    users = apps.get_model("users", "User").objects.filter(email=OuterRef("email")).values("pk")[:1]
    apps.get_model("directory", "Invitation").objects.exclude(accepted_at=None).update(account=Subquery(users))
    apps.get_model("directory", "JoinRequest").objects.exclude(confirmed_at=None).update(account=Subquery(users))


def account():
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
    )


BASES = [
    ("vouched", "a member vouches"),
    ("domain", "the address is of the organisation's domain"),
    ("editor", "an editor decided"),
    ("focal", "a focal point of the organisation decided"),
]


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("directory", "0006_contact_key"),
        ("users", "0002_addresses_in_lower_case"),
    ]

    operations = [
        migrations.AddField("invitation", "account", account()),
        migrations.AddField("joinrequest", "account", account()),
        migrations.AlterField("joinrequest", "basis", models.CharField(blank=True, choices=BASES, max_length=8)),
        migrations.RunPython(find_accounts, migrations.RunPython.noop),
    ]
