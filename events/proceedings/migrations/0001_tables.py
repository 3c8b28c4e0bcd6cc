import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('proceedings', '0001_first'), ('proceedings', '0002_minutes_and_named_audience')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Arrangement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('event', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('introduction', models.TextField(blank=True, max_length=10000, verbose_name='introduction')),
                        ('checked_for', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members of the community'), ('named_organisations', 'Named organisations, and those that own and keep it'), ('owner_organisation', 'Focal points of the organisations that own and keep it, and editors')], default='owner_organisation', editable=False, max_length=20)),
                        ('places', models.JSONField(default=list)),
                        ('left_out', models.JSONField(default=list)),
                        ('minutes', models.JSONField(default=dict)),
                        ('changed_at', models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        'verbose_name': 'arrangement of proceedings',
                        'verbose_name_plural': 'arrangements of proceedings',
                    },
                ),
                migrations.CreateModel(
                    name='ProceedingsVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('number', models.PositiveIntegerField(verbose_name='version')),
                        ('published_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='published at')),
                        ('taken_back_at', models.DateTimeField(null=True, verbose_name='taken back at')),
                        ('public', models.JSONField(null=True)),
                        ('members', models.JSONField(null=True)),
                        ('named', models.JSONField(null=True)),
                    ],
                    options={
                        'verbose_name': 'version of proceedings',
                        'verbose_name_plural': 'versions of proceedings',
                        'ordering': ['-number'],
                        'constraints': [models.UniqueConstraint(fields=('event', 'number'), name='proceedings_version_once')],
                    },
                ),
            ],
        ),
    ]
