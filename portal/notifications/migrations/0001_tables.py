import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import portal.notifications.models.notice
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('notifications', '0001_initial'), ('notifications', '0002_unanswered_notices_end')]

    initial = True

    dependencies = [
        ('core', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Notice',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(max_length=40)),
                        ('event', models.CharField(max_length=200)),
                        ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
                        ('address', models.EmailField(blank=True, max_length=254)),
                        ('language', models.CharField(blank=True, max_length=2)),
                        ('record', models.UUIDField(db_index=True, null=True)),
                        ('facts', models.JSONField(default=dict)),
                        ('message_id', models.CharField(default=portal.notifications.models.notice.new_message_id, editable=False, max_length=255, unique=True, verbose_name='Message-ID')),
                        ('state', models.CharField(choices=[('due', 'Waits to be sent'), ('sending', 'Being sent'), ('unanswered', 'Handed over, without an answer'), ('held', 'Waits for the digest'), ('sent', 'Sent'), ('refused', 'Refused by the mail server'), ('stopped', 'Not wanted'), ('withdrawn', 'Not sent: its reader may not know of it any more')], default='due', max_length=12)),
                        ('digest', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='items', to='notifications.notice')),
                        ('claim', models.UUIDField(editable=False, null=True)),
                        ('attempts', models.PositiveSmallIntegerField(default=0)),
                        ('unanswered', models.PositiveSmallIntegerField(default=0)),
                        ('answer', models.CharField(blank=True, max_length=40)),
                        ('next_try_at', models.DateTimeField(default=django.utils.timezone.now, null=True)),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('sent_at', models.DateTimeField(null=True)),
                        ('ended_at', models.DateTimeField(null=True)),
                    ],
                    options={
                        'verbose_name': 'notice',
                        'verbose_name_plural': 'notices',
                        'indexes': [models.Index(fields=['state', 'next_try_at'], name='notice_due'), models.Index(fields=['user', 'state'], name='notice_user_state')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('user', None), models.Q(('address', ''), _negated=True)), models.Q(('address', ''), ('user__isnull', False)), _connector='OR'), name='notice_to_somebody'), models.UniqueConstraint(condition=models.Q(('address', '')), fields=('event', 'user'), name='notice_once_a_person'), models.UniqueConstraint(condition=models.Q(('user', None)), fields=('event', 'address'), name='notice_once_an_address')],
                    },
                ),
                migrations.CreateModel(
                    name='MailPreference',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mail_preference', to=settings.AUTH_USER_MODEL)),
                        ('mails', models.CharField(choices=[('all', 'All: what I must do and what I follow'), ('must', 'Only what I must do'), ('none', 'None, except about my account')], default='all', max_length=4, verbose_name='which mails')),
                        ('digest', models.CharField(choices=[('off', 'At once, each by itself'), ('daily', 'Once a day'), ('weekly', 'Once a week, on Monday')], default='weekly', max_length=6, verbose_name='what I follow')),
                        ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French'), ('ar', 'Arabic')], help_text='If you leave this empty: the first of your languages that the portal has.', max_length=2, verbose_name='language of the mails')),
                    ],
                    options={
                        'verbose_name': 'choice of mails',
                        'verbose_name_plural': 'choices of mails',
                    },
                ),
                migrations.CreateModel(
                    name='StoppedAddress',
                    fields=[
                        ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ('stopped_at', models.DateTimeField(auto_now_add=True)),
                    ],
                ),
            ],
        ),
    ]
