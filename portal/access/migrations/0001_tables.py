import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('access', '0001_initial'), ('access', '0002_restoring_by_two'), ('access', '0003_wish_starts_at'), ('access', '0004_grants_rest_on_agreements'), ('access', '0005_incidents'), ('access', '0006_owner_notices'), ('access', '0007_grants_within_organisations')]

    initial = True

    dependencies = [
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='RecordIdentity',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(max_length=30, verbose_name='kind')),
                        ('code', models.CharField(max_length=12, unique=True, verbose_name='code')),
                        ('listed_to', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members of the community'), ('named_organisations', 'Named organisations, and those that own and keep it'), ('owner_organisation', 'Focal points of the organisations that own and keep it, and editors')], default='owner_organisation', max_length=20, verbose_name='who may know of it')),
                        ('details_to', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members of the community'), ('named_organisations', 'Named organisations, and those that own and keep it'), ('owner_organisation', 'Focal points of the organisations that own and keep it, and editors')], default='owner_organisation', max_length=20, verbose_name='who may read it')),
                        ('text_sensitivity', models.CharField(choices=[('low', 'Low'), ('moderate', 'Moderate'), ('high', 'High'), ('severe', 'Severe'), ('not_assessed', 'Not assessed')], default='not_assessed', max_length=12, verbose_name='sensitivity of its text')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='owned_identities', to='directory.organisation')),
                        ('custodian', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='kept_identities', to='directory.organisation')),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn at')),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('named_organisations', models.ManyToManyField(blank=True, related_name='naming_identities', to='directory.organisation')),
                        ('contributors', models.ManyToManyField(blank=True, related_name='contributed_identities', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'record identity',
                        'verbose_name_plural': 'record identities',
                        'indexes': [models.Index(fields=['kind', 'listed_to'], name='identity_kind_listed')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('details_to__in', ['public', 'members', 'named_organisations', 'owner_organisation']), ('listed_to', 'public')), models.Q(('details_to__in', ['members', 'named_organisations', 'owner_organisation']), ('listed_to', 'members')), models.Q(('details_to__in', ['named_organisations', 'owner_organisation']), ('listed_to', 'named_organisations')), models.Q(('details_to__in', ['owner_organisation']), ('listed_to', 'owner_organisation')), _connector='OR'), name='details_never_wider_than_card', violation_error_message='The details may not go further than the card.'), models.CheckConstraint(condition=models.Q(models.Q(('details_to__in', ['public', 'members', 'named_organisations', 'owner_organisation']), ('text_sensitivity', 'low')), models.Q(('details_to__in', ['members', 'named_organisations', 'owner_organisation']), ('text_sensitivity', 'moderate')), models.Q(('details_to__in', ['named_organisations', 'owner_organisation']), ('text_sensitivity', 'high')), models.Q(('details_to__in', ['owner_organisation']), ('text_sensitivity', 'severe')), models.Q(('details_to__in', ['named_organisations', 'owner_organisation']), ('text_sensitivity', 'not_assessed')), _connector='OR'), name='details_within_text_sensitivity', violation_error_message='The details may not go further than their sensitivity allows.')],
                    },
                ),
                migrations.CreateModel(
                    name='AuditEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='audit_entries', to='access.recordidentity')),
                        ('code', models.CharField(blank=True, max_length=12, verbose_name='code')),
                        ('action', models.CharField(max_length=40, verbose_name='action')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(auto_now_add=True)),
                        ('detail', models.JSONField(default=dict)),
                    ],
                    options={
                        'verbose_name': 'audit entry',
                        'verbose_name_plural': 'audit entries',
                        'ordering': ['-at', '-pk'],
                        'indexes': [models.Index(fields=['identity', '-at'], name='audit_identity_at')],
                    },
                ),
                migrations.CreateModel(
                    name='Grant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to='access.recordidentity')),
                        ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='grants', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='directory.organisation')),
                        ('within', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants_resting_on', to='access.recordidentity')),
                        ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants_given', to=settings.AUTH_USER_MODEL)),
                        ('starts_at', models.DateTimeField(verbose_name='from')),
                        ('until', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                        ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='ended at')),
                        ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grants_ended', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'grant',
                        'verbose_name_plural': 'grants',
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('organisation__isnull', False), ('user', None)), models.Q(('organisation', None), ('user__isnull', False)), _connector='OR'), name='grant_for_one_person_or_organisation', violation_error_message='Name one member or one organisation.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('agreement__isnull', False), ('ended_at__isnull', False)), _connector='OR'), name='grant_end_has_time_and_person'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gt', models.F('starts_at')), _connector='OR'), name='grant_ends_after_it_begins', violation_error_message='A grant ends after it begins.')],
                    },
                ),
                migrations.CreateModel(
                    name='Incident',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='incidents', to='access.recordidentity')),
                        ('code', models.CharField(db_index=True, max_length=12, verbose_name='code')),
                        ('what_happened', models.TextField(verbose_name='what happened')),
                        ('listed_to', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members of the community'), ('named_organisations', 'Named organisations, and those that own and keep it'), ('owner_organisation', 'Focal points of the organisations that own and keep it, and editors')], max_length=20, verbose_name='who might know of it then')),
                        ('details_to', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members of the community'), ('named_organisations', 'Named organisations, and those that own and keep it'), ('owner_organisation', 'Focal points of the organisations that own and keep it, and editors')], max_length=20, verbose_name='who might read it then')),
                        ('reported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reported_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('withdrawn_at', models.DateTimeField(verbose_name='withdrawn at')),
                        ('seen', models.JSONField(default=list)),
                        ('what_was_done', models.TextField(blank=True, verbose_name='what was done')),
                        ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('closed_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'verbose_name': 'incident',
                        'verbose_name_plural': 'incidents',
                        'ordering': ['-reported_at', '-pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('what_was_done', '')), models.Q(('closed_at__isnull', False), models.Q(('what_was_done', ''), _negated=True)), _connector='OR'), name='incident_end_has_time_and_words'), models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('identity',), name='one_open_incident_an_entry')],
                    },
                ),
                migrations.CreateModel(
                    name='OwnerNotice',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='owner_notices', to='access.recordidentity')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.organisation')),
                        ('version', models.BigIntegerField()),
                        ('noted_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('told_at', models.DateTimeField(blank=True, null=True)),
                        ('answer', models.CharField(blank=True, choices=[('go_ahead', 'Go ahead'), ('not_beyond', 'Not beyond members'), ('not_so', 'Not like this: my message goes to its author')], max_length=12)),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('message', models.TextField(blank=True, verbose_name='message')),
                        ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'notice to an owner of data',
                        'verbose_name_plural': 'notices to owners of data',
                        'constraints': [models.UniqueConstraint(fields=('identity', 'organisation'), name='one_notice_an_owner'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='owner_answer_has_time')],
                    },
                ),
                migrations.CreateModel(
                    name='PartiesWish',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='parties_wish', to='access.recordidentity')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.organisation')),
                        ('custodian', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.organisation')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'verbose_name': 'owner and keeper asked for',
                        'verbose_name_plural': 'owners and keepers asked for',
                    },
                ),
                migrations.CreateModel(
                    name='RestoreWish',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='restore_wish', to='access.recordidentity')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'verbose_name': 'restoring asked for',
                        'verbose_name_plural': 'restorings asked for',
                    },
                ),
                migrations.CreateModel(
                    name='AccessWish',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='wish', to='access.recordidentity')),
                        ('listed_to', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members of the community'), ('named_organisations', 'Named organisations, and those that own and keep it'), ('owner_organisation', 'Focal points of the organisations that own and keep it, and editors')], max_length=20, verbose_name='who may know of it')),
                        ('details_to', models.CharField(choices=[('public', 'Everyone'), ('members', 'Members of the community'), ('named_organisations', 'Named organisations, and those that own and keep it'), ('owner_organisation', 'Focal points of the organisations that own and keep it, and editors')], max_length=20, verbose_name='who may read it')),
                        ('names_person', models.BooleanField(null=True, verbose_name='Could a person be identified?')),
                        ('names_place', models.BooleanField(null=True, verbose_name='Is an exact place of hazards, sites or staff named?')),
                        ('tells_unpublished', models.BooleanField(null=True, verbose_name='Does it say what the owner has not published?')),
                        ('starts_at', models.CharField(choices=[('low', 'Low'), ('moderate', 'Moderate'), ('high', 'High'), ('severe', 'Severe'), ('not_assessed', 'Not assessed')], default='low', max_length=12, verbose_name='sensitivity when all are answered no')),
                        ('reason', models.TextField(blank=True, verbose_name='reason')),
                        ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(auto_now=True)),
                        ('named_organisations', models.ManyToManyField(blank=True, related_name='+', to='directory.organisation')),
                    ],
                    options={
                        'verbose_name': 'access asked for',
                        'verbose_name_plural': 'accesses asked for',
                    },
                ),
            ],
        ),
    ]
