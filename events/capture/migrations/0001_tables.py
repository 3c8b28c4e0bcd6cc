import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('capture', '0001_capture_lines_and_sheets'), ('capture', '0002_words_for_a_note')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='EventCode',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=12, unique=True, verbose_name='code')),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('until', models.DateTimeField(verbose_name='valid until')),
                        ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='ended at')),
                        ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'code of an event',
                        'verbose_name_plural': 'codes of events',
                        'ordering': ['-made_at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='CapturedLine',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('session_key', models.UUIDField(editable=False)),
                        ('group', models.CharField(blank=True, max_length=80, verbose_name='group')),
                        ('kind', models.CharField(choices=[('minute', 'Note of what was said'), ('finding', 'Finding'), ('answer', 'Answer to a key question'), ('barrier', 'Barrier'), ('solution', 'Solution'), ('recommendation', 'Recommendation'), ('decision', 'Decision'), ('action', 'Action')], default='minute', max_length=14, verbose_name='what it is')),
                        ('text', models.TextField(blank=True, max_length=1000, verbose_name='text')),
                        ('question', models.UUIDField(blank=True, null=True, verbose_name='key question that it answers')),
                        ('barrier_kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.barrierkind', verbose_name='kind of barrier')),
                        ('who', models.CharField(blank=True, max_length=200, verbose_name='who does it, in words')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='who does it')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                        ('said_by', models.CharField(blank=True, max_length=200, verbose_name='who said it, in words')),
                        ('attributed_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='who said it')),
                        ('language', models.CharField(max_length=10)),
                        ('revision', models.PositiveIntegerField(default=1)),
                        ('position', models.PositiveIntegerField(blank=True, null=True, verbose_name='place')),
                        ('joined_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='joined', to='capture.capturedline')),
                        ('became', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='arrived at')),
                    ],
                    options={
                        'verbose_name': 'captured line',
                        'verbose_name_plural': 'captured lines',
                        'indexes': [models.Index(fields=['event', 'session_key'], name='lines_of_a_session')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('attributed_to', None), models.Q(('said_by', ''), _negated=True), _connector='OR'), name='said_by_whom_it_is_attributed_to')],
                    },
                ),
                migrations.CreateModel(
                    name='LineVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='capture.capturedline')),
                        ('revision', models.PositiveIntegerField()),
                        ('digest', models.CharField(max_length=64)),
                        ('said', models.JSONField()),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'wording of a captured line',
                        'verbose_name_plural': 'wordings of captured lines',
                        'ordering': ['revision', 'digest'],
                        'constraints': [models.UniqueConstraint(fields=('line', 'digest'), name='each_wording_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Sheet',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(choices=[('fair', 'Information-fair sheet'), ('talk', 'Lightning-talk sheet')], max_length=4, verbose_name='which sheet')),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('session_key', models.UUIDField(blank=True, editable=False, null=True)),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='organisation')),
                        ('organisation_name', models.CharField(blank=True, max_length=200, verbose_name='organisation, in words')),
                        ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                        ('text', models.TextField(blank=True, max_length=4000, verbose_name='idea')),
                        ('wanted', models.JSONField(blank=True, default=list, verbose_name='looking for')),
                        ('language', models.CharField(max_length=10)),
                        ('state', models.CharField(choices=[('sent', 'Waits to be confirmed'), ('made', 'Confirmed; drafts were made of it'), ('declined', 'Declined')], default='sent', max_length=8, verbose_name='state')),
                        ('sent_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('became', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity')),
                    ],
                    options={
                        'verbose_name': 'sheet',
                        'verbose_name_plural': 'sheets',
                        'ordering': ['-sent_at', 'key'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='a_sheet_is_decided_at_a_time')],
                    },
                ),
                migrations.CreateModel(
                    name='SheetRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='capture.sheet')),
                        ('number', models.PositiveSmallIntegerField(default=0)),
                        ('side', models.CharField(choices=[('have', 'We have'), ('need', 'We need')], max_length=4)),
                        ('what', models.CharField(blank=True, max_length=200, verbose_name='what')),
                        ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.country', verbose_name='country')),
                        ('where', models.CharField(blank=True, max_length=200, verbose_name='where')),
                        ('level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.geographylevel', verbose_name='how fine')),
                        ('access_method', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.accessmethod', verbose_name='how to get it')),
                        ('decision', models.CharField(blank=True, max_length=300, verbose_name='for which decision')),
                        ('became', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity')),
                        ('data_kinds', models.ManyToManyField(blank=True, related_name='+', to='taxonomy.datakind', verbose_name='kinds of data')),
                    ],
                    options={
                        'verbose_name': 'row of a sheet',
                        'verbose_name_plural': 'rows of sheets',
                        'ordering': ['side', 'number', 'pk'],
                    },
                ),
            ],
        ),
    ]
