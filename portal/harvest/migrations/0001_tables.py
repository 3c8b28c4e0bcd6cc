import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('records', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='HarvestSource',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('format', models.CharField(choices=[('ckan', 'CKAN or HDX'), ('dcat', 'DCAT (JSON-LD, Turtle, RDF/XML)')], default='ckan', max_length=10, verbose_name='format')),
                        ('address', models.CharField(blank=True, help_text='Of the site or of one search, for example “https://catalogue.example.org/api/3/action/package_search?q=mines”.', max_length=1000, verbose_name='address')),
                        ('title', models.CharField(help_text='What readers call it, for example “HDX”.', max_length=200, verbose_name='name')),
                        ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French'), ('ar', 'Arabic')], help_text='If you leave this empty, each text shows its own.', max_length=5, verbose_name='language of its texts')),
                        ('is_scheduled', models.BooleanField(default=False, help_text='By the scheduler, at an hour of its own.', verbose_name='read every day')),
                        ('etag', models.CharField(blank=True, editable=False, max_length=200)),
                        ('modified', models.CharField(blank=True, editable=False, max_length=100)),
                        ('read_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='last read')),
                        ('in_name_of', models.ForeignKey(blank=True, help_text='An editor who says that what this catalogue tells may be shown to everyone. Another editor approves each entry. If you leave this empty, what is approved stays unlisted until somebody decides who may see it.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asks in the name of')),
                    ],
                    options={
                        'verbose_name': 'catalogue to read',
                        'verbose_name_plural': 'catalogues to read',
                        'ordering': ['title', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('format', 'address'), name='one_source_an_address', violation_error_message='This catalogue is read already: change that one.')],
                    },
                ),
                migrations.CreateModel(
                    name='HarvestRun',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('began_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='began')),
                        ('report', models.JSONField(default=dict)),
                        ('failure', models.CharField(blank=True, max_length=500, verbose_name='failure')),
                        ('submission', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='records.submission')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='harvest.harvestsource', verbose_name='catalogue')),
                    ],
                    options={
                        'verbose_name': 'reading of a catalogue',
                        'verbose_name_plural': 'readings of catalogues',
                        'ordering': ['-began_at'],
                    },
                ),
                migrations.CreateModel(
                    name='HarvestedRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=200, verbose_name='key in the catalogue')),
                        ('title', models.CharField(blank=True, max_length=255, verbose_name='title in the catalogue')),
                        ('address', models.CharField(blank=True, max_length=500, verbose_name='address')),
                        ('written', models.JSONField(default=dict)),
                        ('revision', models.PositiveBigIntegerField(editable=False, null=True)),
                        ('first_read_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='first read')),
                        ('read_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='last read')),
                        ('gone_since', models.DateTimeField(blank=True, null=True, verbose_name='no longer in the catalogue since')),
                        ('identity', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='entry')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='records', to='harvest.harvestsource', verbose_name='catalogue')),
                    ],
                    options={
                        'verbose_name': 'entry of a catalogue',
                        'verbose_name_plural': 'entries of catalogues',
                        'ordering': ['source', 'key'],
                        'constraints': [models.UniqueConstraint(fields=('source', 'key'), name='one_record_a_key')],
                    },
                ),
            ],
        ),
    ]
