import django.db.models.deletion
import django.utils.timezone
import events.attending.models.invitation
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('attending', '0001_invitations_and_participants'), ('attending', '0002_keys')]

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
                    name='EventInvitation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='access.recordidentity')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                        ('name', models.CharField(blank=True, max_length=150, verbose_name='name')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='organisation')),
                        ('sector', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sector', verbose_name='sector')),
                        ('language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('ar', 'Arabic')], default='en', max_length=5, verbose_name='language')),
                        ('answer_by', models.DateField(blank=True, null=True, verbose_name='answer until')),
                        ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sent_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('link_key', models.CharField(default=events.attending.models.invitation.new_link_key, editable=False, max_length=32)),
                        ('revoked_at', models.DateTimeField(blank=True, null=True)),
                        ('answer', models.CharField(blank=True, choices=[('', 'No answer yet'), ('coming', 'Coming'), ('maybe', 'Not sure yet'), ('not_coming', 'Not coming'), ('sends_other', 'Sends somebody else')], default='', max_length=12, verbose_name='answer')),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                    ],
                    options={
                        'verbose_name': 'invitation to an event',
                        'verbose_name_plural': 'invitations to events',
                        'ordering': ['pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('email', ''), _negated=True), fields=('event', 'email'), name='invited_once_to_an_event'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='answer_has_its_moment')],
                    },
                ),
                migrations.CreateModel(
                    name='Participant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='access.recordidentity')),
                        ('name', models.CharField(blank=True, max_length=150, verbose_name='name')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                        ('role', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.participantrole', verbose_name='role')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='organisation')),
                        ('organisation_words', models.CharField(blank=True, max_length=200, verbose_name='organisation, in words')),
                        ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('came_by', models.CharField(choices=[('answer', 'answered the invitation'), ('file', 'from a file'), ('hand', 'added here')], default='hand', max_length=6)),
                        ('is_listed', models.BooleanField(default=False, verbose_name='agrees to be listed')),
                        ('consent_by', models.CharField(blank=True, choices=[('link', 'by the link of the invitation'), ('account', 'signed in'), ('organiser', 'said by who runs the event')], max_length=9)),
                        ('consent_at', models.DateTimeField(blank=True, null=True)),
                        ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'verbose_name': 'participant of an event',
                        'verbose_name_plural': 'participants of events',
                        'ordering': ['name', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('email', ''), _negated=True), fields=('event', 'email'), name='participates_once'), models.CheckConstraint(condition=models.Q(('is_listed', False), ('consent_at__isnull', False), _connector='OR'), name='listed_with_consent')],
                    },
                ),
            ],
        ),
    ]
