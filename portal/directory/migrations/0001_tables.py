import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('directory', '0001_initial'), ('directory', '0002_memberships_of_their_member'), ('directory', '0003_organisation_merged_into'), ('directory', '0004_joining'), ('directory', '0005_erased_accounts'), ('directory', '0006_contact_key'), ('directory', '0007_joining_of_an_account')]

    initial = True

    dependencies = [
        ('core', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='ErasedAccount',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.BigIntegerField(verbose_name='number of the account')),
                        ('opened_at', models.DateTimeField(verbose_name='account opened at')),
                        ('erased_on', models.DateField(auto_now_add=True, verbose_name='erased on')),
                        ('erased_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='erased by')),
                    ],
                    options={
                        'verbose_name': 'erased account',
                        'verbose_name_plural': 'erased accounts',
                        'constraints': [models.UniqueConstraint(fields=('number', 'opened_at'), name='erased_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Organisation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('code', models.CharField(editable=False, max_length=12, unique=True, verbose_name='code')),
                        ('slug', models.SlugField(editable=False, max_length=120, unique=True, verbose_name='address')),
                        ('source_id', models.SlugField(blank=True, editable=False, max_length=80, null=True, unique=True)),
                        ('name_en', models.CharField(max_length=250, verbose_name='English name')),
                        ('name_fr', models.CharField(blank=True, max_length=250, verbose_name='French name')),
                        ('name_ar', models.CharField(blank=True, max_length=250, verbose_name='Arabic name')),
                        ('acronym', models.CharField(blank=True, help_text='For example “UNMAS”.', max_length=40, verbose_name='acronym')),
                        ('also_named', models.JSONField(blank=True, default=list, verbose_name='other names')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='taxonomy.organisationtype', verbose_name='kind')),
                        ('part_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='directory.organisation')),
                        ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                        ('website', models.URLField(blank=True, verbose_name='website')),
                        ('mailbox', models.EmailField(blank=True, help_text='A role mailbox, for example “im@example.org”, outlives persons.', max_length=254, verbose_name='mailbox')),
                        ('email_domains', models.JSONField(blank=True, default=list, verbose_name='e-mail domains')),
                        ('uses_igo_licence', models.BooleanField(default=False, help_text='Usual in the United Nations: CC BY 3.0 IGO.', verbose_name='publishes under the IGO licence')),
                        ('frozen_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='frozen at')),
                        ('frozen_because', models.TextField(blank=True, editable=False, verbose_name='frozen because')),
                        ('unconfirmed_fields', models.JSONField(blank=True, default=list, verbose_name='fields from general knowledge')),
                        ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional')),
                        ('created_at', models.DateTimeField(auto_now_add=True)),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                        ('sectors', models.ManyToManyField(blank=True, to='taxonomy.sector', verbose_name='sectors')),
                        ('countries', models.ManyToManyField(blank=True, to='taxonomy.country', verbose_name='countries')),
                    ],
                    options={
                        'verbose_name': 'organisation',
                        'verbose_name_plural': 'organisations',
                        'ordering': ['name_en', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='Invitation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                        ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='directory.organisation')),
                        ('role', models.CharField(blank=True, max_length=120, verbose_name='role')),
                        ('language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('ar', 'Arabic')], default='en', max_length=5, verbose_name='language')),
                        ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='invitations', to=settings.AUTH_USER_MODEL)),
                        ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('invited_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('expires_at', models.DateTimeField(verbose_name='expires')),
                        ('accepted_at', models.DateTimeField(blank=True, null=True)),
                        ('revoked_at', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'verbose_name': 'invitation',
                        'verbose_name_plural': 'invitations',
                        'ordering': ['-invited_at', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='JoinRequest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                        ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                        ('name', models.CharField(max_length=150, verbose_name='name')),
                        ('organisation_name', models.CharField(max_length=250, verbose_name='organisation')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='join_requests', to='directory.organisation')),
                        ('role', models.CharField(blank=True, max_length=120, verbose_name='role')),
                        ('languages', models.JSONField(default=list, verbose_name='languages')),
                        ('reason', models.TextField(max_length=1000, verbose_name='reason')),
                        ('vouched_by', models.EmailField(blank=True, max_length=254, verbose_name='vouched by')),
                        ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('state', models.CharField(choices=[('unconfirmed', 'the address is not confirmed yet'), ('waiting', 'waits for a decision'), ('accepted', 'accepted'), ('declined', 'declined')], default='unconfirmed', max_length=12)),
                        ('basis', models.CharField(blank=True, choices=[('vouched', 'a member vouches'), ('domain', "the address is of the organisation's domain"), ('editor', 'an editor decided'), ('focal', 'a focal point of the organisation decided')], max_length=8)),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'request to join',
                        'verbose_name_plural': 'requests to join',
                        'ordering': ['asked_at', 'pk'],
                        'indexes': [models.Index(fields=['state', 'asked_at'], name='join_request_state')],
                    },
                ),
                migrations.CreateModel(
                    name='Member',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='member', to=settings.AUTH_USER_MODEL)),
                        ('is_active', models.BooleanField(default=True, verbose_name='active')),
                        ('is_listed', models.BooleanField(default=False, verbose_name='agrees to be listed for members')),
                        ('role', models.CharField(blank=True, help_text='For example “information management officer”.', max_length=120, verbose_name='role')),
                        ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                        ('joined_on', models.DateField(auto_now_add=True, verbose_name='joined on')),
                        ('contact_key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('expertise', models.ManyToManyField(blank=True, to='taxonomy.expertise', verbose_name='expertise')),
                        ('countries', models.ManyToManyField(blank=True, to='taxonomy.country', verbose_name='countries')),
                    ],
                    options={
                        'verbose_name': 'member',
                        'verbose_name_plural': 'members',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('member', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='directory.member')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='directory.organisation')),
                        ('is_focal_point', models.BooleanField(default=False, verbose_name='focal point')),
                        ('is_deputy', models.BooleanField(default=False, help_text='Speaks for it as a focal point does, when that one does not answer.', verbose_name='deputy')),
                        ('is_active', models.BooleanField(default=True, verbose_name='active')),
                        ('began_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ],
                    options={
                        'verbose_name': 'membership',
                        'verbose_name_plural': 'memberships',
                        'constraints': [models.UniqueConstraint(fields=('member', 'organisation'), name='one_membership_each')],
                    },
                ),
                migrations.CreateModel(
                    name='Nomination',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nominations', to='directory.organisation')),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nominations', to='directory.member')),
                        ('is_deputy', models.BooleanField(default=False, verbose_name='deputy')),
                        ('reference', models.CharField(max_length=250, verbose_name='letter')),
                        ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('is_approved', models.BooleanField(default=False)),
                    ],
                    options={
                        'verbose_name': 'nomination of a focal point',
                        'verbose_name_plural': 'nominations of focal points',
                        'ordering': ['asked_at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='HandOver',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hand_overs', to='directory.organisation')),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.member')),
                        ('cause', models.CharField(choices=[('bounced', 'mails to the focal point come back'), ('absent', 'the focal point has not signed in for six months'), ('asked', 'the focal point asks to hand over')], max_length=8)),
                        ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('decided_at', models.DateTimeField(blank=True, null=True)),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'hand-over',
                        'verbose_name_plural': 'hand-overs',
                        'ordering': ['started_at', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('decided_at', None)), fields=('organisation', 'member'), name='one_open_hand_over_each')],
                    },
                ),
            ],
        ),
    ]
