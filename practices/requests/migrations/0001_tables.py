import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('requests', '0001_requests'), ('requests', '0002_keep_longer')]

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
                    name='DataRequest',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('code', models.CharField(editable=False, max_length=12, unique=True, verbose_name='code')),
                        ('subject', models.CharField(choices=[('details', 'To read all of this entry here'), ('data', 'The data themselves, handed over outside this portal')], max_length=10, verbose_name='what do you ask for?')),
                        ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='data_requests', to='access.recordidentity')),
                        ('to_owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                        ('to_keeper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                        ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='data_requests', to=settings.AUTH_USER_MODEL)),
                        ('asked_for', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='in the name of')),
                        ('for_all_of_it', models.BooleanField(default=False, help_text='Without it the entry is opened to you alone.', verbose_name='my colleagues of this organisation shall read it, too')),
                        ('part', models.CharField(blank=True, help_text='For example “Areas cleared since 2015, two districts”.', max_length=200, verbose_name='which part')),
                        ('form', models.ForeignKey(blank=True, help_text='The coarser it is, the sooner it is given.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sharingrung', verbose_name='coarsest form that helps')),
                        ('purpose', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.decisionpurpose', verbose_name='purpose')),
                        ('decision', models.CharField(blank=True, help_text='For example “Which of the three camps is extended first.”', max_length=300, verbose_name='decision that it serves, in a sentence')),
                        ('until', models.DateField(help_text='Access ends on this day.', verbose_name='needed until')),
                        ('readers', models.CharField(help_text='For example “Two analysts of our office”.', max_length=300, verbose_name='who will see it')),
                        ('safekeeping', models.CharField(blank=True, help_text='For example “Encrypted; printed on no map.”', max_length=300, verbose_name='how it is kept')),
                        ('state', models.CharField(choices=[('submitted', 'Submitted'), ('more_information', 'More Information'), ('with_owner', 'With Owner'), ('approved', 'Approved'), ('approved_conditionally', 'Approved Conditionally'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn'), ('no_answer', 'No Answer'), ('expired', 'Expired'), ('revoked', 'Revoked')], db_index=True, default='submitted', max_length=24)),
                        ('state_since', models.DateTimeField(default=django.utils.timezone.now)),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('answer_days', models.PositiveSmallIntegerField(default=14)),
                        ('answer_due_on', models.DateField()),
                        ('given_until', models.DateField(null=True)),
                        ('agreement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity')),
                        ('grant', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='data_request', to='access.grant')),
                        ('was_heard', models.BooleanField(default=True, editable=False)),
                        ('is_demo', models.BooleanField(default=False, editable=False)),
                        ('data_kinds', models.ManyToManyField(blank=True, related_name='+', to='taxonomy.datakind', verbose_name='kinds of data')),
                        ('countries', models.ManyToManyField(blank=True, related_name='+', to='taxonomy.country', verbose_name='countries')),
                    ],
                    options={
                        'verbose_name': 'request',
                        'verbose_name_plural': 'requests',
                        'ordering': ['-asked_at', 'code'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('to_owner__isnull', False), ('to_keeper__isnull', False), _connector='OR'), name='request_to_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='Approval',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='approval', to='requests.datarequest')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('waits_for', models.CharField(choices=[('mailbox', 'a click in the mailbox of who approved'), ('second', 'a second person: an editor')], max_length=8)),
                        ('way', models.CharField(choices=[('page', 'here, signed in'), ('mail', 'by the link of a mail'), ('letter', 'by letter'), ('clock', 'by the passing of time')], max_length=8)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('conditions', models.TextField(blank=True)),
                        ('until', models.DateField()),
                        ('agreement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity')),
                        ('letter_number', models.CharField(blank=True, max_length=80)),
                        ('letter_on', models.DateField(null=True)),
                    ],
                    options={
                        'verbose_name': 'approval that waits',
                        'verbose_name_plural': 'approvals that wait',
                    },
                ),
                migrations.CreateModel(
                    name='HandedOver',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='delivery', to='requests.datarequest')),
                        ('delivered_on', models.DateField(verbose_name='handed over on')),
                        ('channel', models.CharField(choices=[('secure_link', 'Download link with a password sent another way'), ('account', 'Account on their system'), ('encrypted_mail', 'Encrypted mail'), ('device', 'Encrypted device, by hand'), ('at_office', 'Read at their office only'), ('other', 'Another way')], max_length=16, verbose_name='how')),
                        ('received_on', models.DateField(blank=True, null=True, verbose_name='received on')),
                        ('keep_until', models.DateField(verbose_name='to be destroyed by')),
                        ('wanted_until', models.DateField(blank=True, editable=False, null=True)),
                        ('destroyed_on', models.DateField(blank=True, null=True, verbose_name='destroyed on')),
                    ],
                    options={
                        'verbose_name': 'data handed over',
                        'verbose_name_plural': 'data handed over',
                    },
                ),
                migrations.CreateModel(
                    name='RequestStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='requests.datarequest')),
                        ('act', models.CharField(choices=[('send', 'Request sent'), ('advise', 'Advice, not a decision'), ('ask_more', 'More information asked for'), ('answer', 'Answered'), ('forward', 'Put to the owner'), ('approve', 'Approved'), ('await', 'Approved by who keeps it; waits for a second person'), ('refuse', 'Refused'), ('withdraw', 'Taken back'), ('revoke', 'Taken back by who gave it'), ('deliver', 'Handed over'), ('receive', 'Received'), ('destroy', 'Destruction confirmed'), ('ask_longer', 'Asked to keep the data longer'), ('lengthen', 'The data may be kept longer'), ('not_longer', 'The data may not be kept longer'), ('write', 'Message'), ('disagree', 'A second person did not agree to open it'), ('no_answer', 'No answer'), ('expire', 'Came to its end')], max_length=12)),
                        ('state', models.CharField(choices=[('submitted', 'Submitted'), ('more_information', 'More Information'), ('with_owner', 'With Owner'), ('approved', 'Approved'), ('approved_conditionally', 'Approved Conditionally'), ('refused', 'Refused'), ('withdrawn', 'Withdrawn'), ('no_answer', 'No Answer'), ('expired', 'Expired'), ('revoked', 'Revoked')], max_length=24)),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('way', models.CharField(choices=[('page', 'here, signed in'), ('mail', 'by the link of a mail'), ('letter', 'by letter'), ('clock', 'by the passing of time')], default='page', max_length=8)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('note', models.TextField(blank=True, max_length=1000, verbose_name='message')),
                        ('reason', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.withholdingreason', verbose_name='reason')),
                        ('letter_number', models.CharField(blank=True, max_length=80, verbose_name='number of the letter')),
                        ('until', models.DateField(blank=True, null=True)),
                        ('letter_on', models.DateField(blank=True, null=True, verbose_name='date of the letter')),
                    ],
                    options={
                        'verbose_name': 'step of a request',
                        'verbose_name_plural': 'steps of requests',
                        'ordering': ['at', 'pk'],
                    },
                ),
            ],
        ),
    ]
