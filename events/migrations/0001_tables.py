import datetime
import django.core.validators
import django.db.models.deletion
import events.zones
import modelcluster.fields
import portal.core.tables
import portal.records.row_keys
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('events', '0001_events')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('media', '0001_tables'),
        ('records', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='ProgrammeVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('number', models.PositiveIntegerField(verbose_name='version')),
                        ('published_at', models.DateTimeField(verbose_name='published at')),
                        ('says', models.JSONField()),
                        ('changes', models.JSONField(default=list)),
                    ],
                    options={
                        'verbose_name': 'version of a programme',
                        'verbose_name_plural': 'versions of programmes',
                        'ordering': ['-number'],
                        'constraints': [models.UniqueConstraint(fields=('event', 'number'), name='programme_version_once')],
                    },
                ),
                migrations.CreateModel(
                    name='EventIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='EventPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('event_format', models.ForeignKey(blank=True, limit_choices_to={'attributes__kind': 'type'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.eventformat', verbose_name='kind of event')),
                        ('starts_on', models.DateField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(datetime.date(1950, 1, 1)), django.core.validators.MaxValueValidator(datetime.date(2150, 12, 31))], verbose_name='first day')),
                        ('ends_on', models.DateField(blank=True, help_text='Empty where it is one day.', null=True, validators=[django.core.validators.MinValueValidator(datetime.date(1950, 1, 1)), django.core.validators.MaxValueValidator(datetime.date(2150, 12, 31))], verbose_name='last day')),
                        ('time_zone', models.CharField(choices=events.zones.choices, default='UTC', help_text='That of the place; of an event online that of its hosts. All times are told in it.', max_length=60, verbose_name='time zone')),
                        ('mode', models.CharField(choices=[('in_person', 'In one place'), ('online', 'Online'), ('hybrid', 'In one place and online')], default='in_person', max_length=9, verbose_name='how people meet')),
                        ('place', models.CharField(blank=True, help_text='For example “Amman, Jordan”.', max_length=200, verbose_name='place')),
                        ('online_url', models.URLField(blank=True, help_text='For who may read all of this entry.', max_length=500, verbose_name='address online')),
                        ('aim', models.TextField(blank=True, help_text='One sentence: what is to be different afterwards.', verbose_name='aim')),
                        ('introduction', wagtail.fields.RichTextField(blank=True, help_text='Why it is held, and why now.', verbose_name='introduction')),
                        ('framework', models.CharField(blank=True, help_text='For example “Objective 4 of the work plan of the area of responsibility”.', max_length=300, verbose_name='plan that it serves')),
                        ('audience', wagtail.fields.RichTextField(blank=True, help_text='Who is invited, and how.', verbose_name='participants')),
                        ('programme_note', models.CharField(blank=True, max_length=300, verbose_name='about the programme')),
                        ('proceedings_title', models.CharField(blank=True, max_length=255, verbose_name='title of the proceedings')),
                        ('series', models.CharField(blank=True, help_text='The name that it shares with the events before and after it, for example “Annual workshop”.', max_length=120, verbose_name='series')),
                        ('follows', models.ForeignKey(blank=True, limit_choices_to={'kind': 'event'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='event before it')),
                    ],
                    options={
                        'verbose_name': 'event',
                        'verbose_name_plural': 'events',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='EventSession',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('event', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='events.eventpage')),
                        ('title', models.CharField(help_text='For example “Who has what data”.', max_length=255, verbose_name='title')),
                        ('day', models.DateField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(datetime.date(1950, 1, 1)), django.core.validators.MaxValueValidator(datetime.date(2150, 12, 31))], verbose_name='day')),
                        ('part_of_day', models.CharField(blank=True, choices=[('am', 'Morning'), ('pm', 'Afternoon')], max_length=2, verbose_name='part of the day')),
                        ('starts_at', models.TimeField(blank=True, help_text='Local time, for example 09:30.', null=True, verbose_name='begins at')),
                        ('ends_at', models.TimeField(blank=True, null=True, verbose_name='ends at')),
                        ('question', models.CharField(blank=True, choices=[('why', 'Why?'), ('what', 'What?'), ('how', 'How?'), ('use', 'What for?'), ('when', 'When?')], max_length=4, verbose_name='question')),
                        ('session_kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sessionkind', verbose_name='kind of session')),
                        ('description', models.TextField(blank=True, verbose_name='description')),
                        ('topics', models.TextField(blank=True, help_text='One a line.', verbose_name='topics')),
                        ('facilitators', models.CharField(blank=True, help_text='A role or an organisation is enough, for example “Invited speakers”.', max_length=300, verbose_name='facilitator or speaker')),
                        ('objective', models.TextField(blank=True, verbose_name='objective')),
                        ('expected_output', models.TextField(blank=True, verbose_name='what is to come of it')),
                    ],
                    options={
                        'verbose_name': 'session',
                        'verbose_name_plural': 'sessions',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EventContribution',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('event', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='events.eventpage')),
                        ('session', portal.records.row_keys.RowKey(blank=True, null=True, verbose_name='session')),
                        ('title', models.CharField(max_length=255, verbose_name='title')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='by')),
                        ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.portaldocument', verbose_name='document')),
                        ('url', models.URLField(blank=True, max_length=500, verbose_name='address')),
                    ],
                    options={
                        'verbose_name': 'contribution',
                        'verbose_name_plural': 'contributions',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EventObjective',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('event', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='objectives', to='events.eventpage')),
                        ('text', models.TextField(help_text='For example “Make each other’s data holdings known.”', verbose_name='objective')),
                    ],
                    options={
                        'verbose_name': 'objective',
                        'verbose_name_plural': 'objectives',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EventQuestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('event', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='key_questions', to='events.eventpage')),
                        ('text', models.TextField(help_text='For example “Which data could be shared, and how finely?”', verbose_name='question')),
                    ],
                    options={
                        'verbose_name': 'key question',
                        'verbose_name_plural': 'key questions',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EventLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('event', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='useful_links', to='events.eventpage')),
                        ('text', models.CharField(max_length=300, verbose_name='what is there')),
                        ('url', models.URLField(max_length=500, verbose_name='address')),
                    ],
                    options={
                        'verbose_name': 'useful link',
                        'verbose_name_plural': 'useful links',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='InvitedSectors',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('event', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='invited_sectors', to='events.eventpage')),
                        ('words', models.CharField(blank=True, help_text='For example “Shelter and camp management”.', max_length=200, verbose_name='who is invited')),
                        ('sector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sector', verbose_name='sector')),
                        ('second', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sector', verbose_name='second sector')),
                        ('third', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sector', verbose_name='third sector')),
                    ],
                    options={
                        'verbose_name': 'invited sectors',
                        'verbose_name_plural': 'invited sectors',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
