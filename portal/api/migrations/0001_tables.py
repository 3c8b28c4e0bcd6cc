import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Token',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('name', models.CharField(max_length=80, verbose_name='name')),
                        ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                        ('scopes', models.JSONField(default=list, verbose_name='what it may do')),
                        ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                        ('expires_at', models.DateTimeField(verbose_name='ends')),
                        ('last_used_at', models.DateTimeField(null=True, verbose_name='last used')),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'token for programs',
                        'verbose_name_plural': 'tokens for programs',
                        'ordering': ['-made_at', 'key'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='token_ends_later')],
                    },
                ),
            ],
        ),
    ]
