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
        ('directory', '0001_tables'),
        ('records', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Import',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(max_length=30, verbose_name='kind')),
                        ('file_name', models.CharField(max_length=200, verbose_name='file')),
                        ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('state', models.CharField(choices=[('prepared', 'not written yet'), ('done', 'written'), ('undone', 'undone')], default='prepared', max_length=10)),
                        ('table', models.JSONField(default=dict)),
                        ('shown', models.JSONField(default=dict)),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.organisation')),
                        ('submission', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='records.submission')),
                    ],
                    options={
                        'verbose_name': 'imported file',
                        'verbose_name_plural': 'imported files',
                    },
                ),
                migrations.CreateModel(
                    name='ImportedEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('row', models.PositiveIntegerField()),
                        ('page', models.CharField(editable=False, max_length=20)),
                        ('code', models.CharField(max_length=12)),
                        ('is_new', models.BooleanField()),
                        ('before', models.PositiveBigIntegerField(default=0)),
                        ('after', models.PositiveBigIntegerField()),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='transfer.import')),
                    ],
                    options={
                        'verbose_name': 'imported entry',
                        'verbose_name_plural': 'imported entries',
                        'ordering': ['row', 'pk'],
                    },
                ),
            ],
        ),
    ]
