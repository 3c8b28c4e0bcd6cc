import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('actions', '0001_follow_up_actions'), ('actions', '0002_action_of_a_step')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('users', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='FollowUpAction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('code', models.CharField(editable=False, max_length=12, unique=True, verbose_name='code')),
                        ('slug', models.SlugField(editable=False, max_length=120, unique=True, verbose_name='address')),
                        ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='language')),
                        ('source_id', models.SlugField(blank=True, editable=False, max_length=80, null=True, unique=True)),
                        ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional')),
                        ('title', models.CharField(help_text='One thing, beginning with a verb. For example “Send the list of schools to the operations room”.', max_length=200, verbose_name='what is to be done')),
                        ('details', models.TextField(blank=True, help_text='What done looks like, who helps, what it needs.', max_length=4000, verbose_name='more about it')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='organisation in charge')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                        ('person_email', models.EmailField(blank=True, help_text='They hear when it is due and can report by a link, without an account. Shown to nobody else.', max_length=254, verbose_name='e-mail of the person')),
                        ('link_key', models.CharField(blank=True, editable=False, max_length=32)),
                        ('due_on', models.DateField(verbose_name='due on')),
                        ('state', models.CharField(choices=[('open', 'Open'), ('in_progress', 'In Progress'), ('blocked', 'Blocked'), ('done', 'Done'), ('dropped', 'Dropped')], default='open', max_length=12, verbose_name='state')),
                        ('state_since', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ('origin_event', models.ForeignKey(blank=True, limit_choices_to={'kind': 'event'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('session_key', models.UUIDField(blank=True, editable=False, null=True)),
                        ('output', models.ForeignKey(blank=True, limit_choices_to={'kind': 'output'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='output')),
                        ('idea', models.ForeignKey(blank=True, limit_choices_to={'kind': 'idea'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='partnership idea')),
                        ('step_key', models.UUIDField(blank=True, editable=False, null=True)),
                        ('carried_to', models.ForeignKey(blank=True, limit_choices_to={'kind': 'event'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='carried over to')),
                        ('carried_over', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='carried over')),
                        ('outcome', models.TextField(blank=True, max_length=1000, verbose_name='what was achieved')),
                        ('opened_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                        ('led_to', models.ManyToManyField(blank=True, related_name='+', to='access.recordidentity', verbose_name='what it led to')),
                        ('countries', models.ManyToManyField(blank=True, related_name='+', to='taxonomy.country', verbose_name='countries')),
                        ('sectors', models.ManyToManyField(blank=True, related_name='+', to='taxonomy.sector', verbose_name='sectors')),
                    ],
                    options={
                        'verbose_name': 'follow-up action',
                        'verbose_name_plural': 'follow-up actions',
                        'ordering': ['due_on', 'code'],
                        'indexes': [models.Index(fields=['state', 'due_on', 'code'], name='action_state_due')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('person', None), ('person_email', ''), _connector='OR'), name='action_of_one_person', violation_error_message='Name a member or an e-mail address, not both.'), models.UniqueConstraint(fields=('idea', 'step_key'), name='action_of_a_step_once')],
                    },
                ),
                migrations.CreateModel(
                    name='CalendarKey',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='action_calendar', to=settings.AUTH_USER_MODEL)),
                        ('key', models.CharField(max_length=32, unique=True)),
                        ('until', models.DateTimeField()),
                        ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'calendar of actions',
                        'verbose_name_plural': 'calendars of actions',
                    },
                ),
                migrations.CreateModel(
                    name='ActionUpdate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='actions.followupaction')),
                        ('act', models.CharField(choices=[('open', 'Agreed'), ('report', 'Progress reported'), ('hand_on', 'Handed on'), ('change_due', 'Due on another day'), ('carry_over', 'Carried over to the next event'), ('edit', 'Words changed')], max_length=12)),
                        ('state_before', models.CharField(blank=True, choices=[('open', 'Open'), ('in_progress', 'In Progress'), ('blocked', 'Blocked'), ('done', 'Done'), ('dropped', 'Dropped')], max_length=12)),
                        ('state', models.CharField(choices=[('open', 'Open'), ('in_progress', 'In Progress'), ('blocked', 'Blocked'), ('done', 'Done'), ('dropped', 'Dropped')], max_length=12)),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('way', models.CharField(choices=[('page', 'here, signed in'), ('mail', 'by the link of a mail')], default='page', max_length=4)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('note', models.TextField(blank=True, max_length=1000, verbose_name='note')),
                        ('due_before', models.DateField(null=True)),
                        ('due_on', models.DateField(null=True)),
                        ('organisation_before', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                        ('from_event', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity')),
                        ('to_event', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity')),
                    ],
                    options={
                        'verbose_name': 'update of an action',
                        'verbose_name_plural': 'updates of actions',
                        'ordering': ['at', 'pk'],
                    },
                ),
            ],
        ),
    ]
