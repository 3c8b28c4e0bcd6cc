import django.db.models.deletion
import modelcluster.fields
import portal.core.tables
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('platforms', '0001_platforms_and_flows')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('records', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='FlowIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='FlowPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('giver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='from')),
                        ('giver_note', models.CharField(blank=True, help_text='For example “Operators of the programme”.', max_length=200, verbose_name='from, in words')),
                        ('taker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='to')),
                        ('taker_note', models.CharField(blank=True, help_text='For example “Humanitarian organisations”.', max_length=200, verbose_name='to, in words')),
                        ('two_way', models.BooleanField(default=False, verbose_name='both give to each other')),
                        ('state', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.flowstate', verbose_name='state')),
                        ('state_note', models.CharField(blank=True, help_text='For example “Stopped while a system is renewed”.', max_length=300, verbose_name='about the state')),
                        ('as_of', models.PositiveSmallIntegerField(blank=True, help_text='The year of which this is said, for example 2024.', null=True, verbose_name='as of')),
                        ('through', models.ForeignKey(blank=True, limit_choices_to={'kind': 'platform'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='through which platform')),
                        ('holding', models.ForeignKey(blank=True, limit_choices_to={'kind': 'holding'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='out of which data holding')),
                        ('method', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.linkagemethod', verbose_name='method')),
                        ('join_keys', models.CharField(blank=True, help_text='For example “P-codes of the second level”.', max_length=200, verbose_name='joined by')),
                        ('frequency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.updatefrequency', verbose_name='how often')),
                        ('frequency_note', models.CharField(blank=True, help_text='For example “After each round”.', max_length=200, verbose_name='how often, in words')),
                        ('technical_note', wagtail.fields.RichTextField(blank=True, help_text='Tools, formats, how the data move.', verbose_name='technical side')),
                        ('institutional_note', wagtail.fields.RichTextField(blank=True, help_text='Under which agreement, mandate or habit data are given.', verbose_name='institutional side')),
                        ('authority', models.CharField(blank=True, help_text='For example “The national mine action authority”.', max_length=200, verbose_name='who allows it')),
                        ('standards', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.standard', verbose_name='standards')),
                    ],
                    options={
                        'verbose_name': 'data flow',
                        'verbose_name_plural': 'data flows',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='FlowBarrier',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('flow', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='barriers', to='platforms.flowpage')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.barrierkind', verbose_name='kind')),
                        ('text', models.TextField(blank=True, help_text='For example “The two systems name villages differently”.', verbose_name='what stands in the way')),
                    ],
                    options={
                        'verbose_name': 'barrier',
                        'verbose_name_plural': 'barriers',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlatformIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='PlatformPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('family', models.CharField(blank=True, help_text='For example “mine action” or “displacement”.', max_length=80, verbose_name='field of work')),
                        ('holds', wagtail.fields.RichTextField(blank=True, help_text='For example “Hazards, clearance and accidents of a programme”.', verbose_name='what it holds')),
                        ('owner_note', models.CharField(blank=True, help_text='For example “Software by one organisation; each database belongs to its programme”.', max_length=200, verbose_name='about the owner')),
                        ('access_method', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.accessmethod', verbose_name='how to get in')),
                        ('access_note', models.CharField(blank=True, help_text='For example “Account given by the national authority”.', max_length=300, verbose_name='about getting in')),
                        ('formats_note', models.CharField(blank=True, max_length=200, verbose_name='further formats, in words')),
                        ('api', models.CharField(blank=True, help_text='For example “REST services, with a key”.', max_length=300, verbose_name='interface for programs')),
                        ('website', models.URLField(blank=True, max_length=500, verbose_name='website')),
                        ('other_access_methods', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.accessmethod', verbose_name='other ways to get in')),
                        ('formats', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.fileformat', verbose_name='formats it exports')),
                    ],
                    options={
                        'verbose_name': 'platform',
                        'verbose_name_plural': 'platforms',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='PlatformLimitation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('platform', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='limitations', to='platforms.platformpage')),
                        ('kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.barrierkind', verbose_name='kind')),
                        ('text', models.TextField(help_text='For example “Fields differ from country to country”.', verbose_name='limit')),
                        ('reported_by', models.CharField(blank=True, help_text='An organisation, a role or a document, for example “Information officers of a centre”.', max_length=200, verbose_name='reported by')),
                        ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.country', verbose_name='country')),
                        ('reported_on', models.DateField(blank=True, null=True, verbose_name='reported on')),
                    ],
                    options={
                        'verbose_name': 'limit',
                        'verbose_name_plural': 'limits',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlatformBridge',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('platform', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='bridges', to='platforms.platformpage')),
                        ('to', models.ForeignKey(blank=True, limit_choices_to={'kind': 'platform'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='other platform')),
                        ('to_note', models.CharField(blank=True, help_text='What has no entry here.', max_length=200, verbose_name='other platform, in words')),
                        ('how', models.CharField(blank=True, help_text='For example “weekly export of closed hazards”.', max_length=300, verbose_name='how')),
                        ('method', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.linkagemethod', verbose_name='method')),
                        ('direction', models.CharField(choices=[('in', 'comes in'), ('out', 'goes out'), ('both', 'both ways')], default='out', max_length=10, verbose_name='direction')),
                        ('state', models.CharField(choices=[('idea', 'Idea'), ('pilot', 'Pilot'), ('running', 'Running'), ('broken', 'Broken'), ('stopped', 'Stopped')], default='idea', max_length=10, verbose_name='state')),
                    ],
                    options={
                        'verbose_name': 'bridge',
                        'verbose_name_plural': 'bridges',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
