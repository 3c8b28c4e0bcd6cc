import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='PublicState',
                    fields=[
                        ('key', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ('code', models.CharField(max_length=12)),
                        ('kind', models.CharField(max_length=30)),
                        ('mark', models.CharField(max_length=64)),
                    ],
                    options={
                        'verbose_name': 'public record that was told of',
                        'verbose_name_plural': 'public records that were told of',
                    },
                ),
                migrations.CreateModel(
                    name='Webhook',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('url', models.CharField(max_length=500, verbose_name='address')),
                        ('types', models.JSONField(default=list, verbose_name='what it is told')),
                        ('kinds', models.JSONField(blank=True, default=list, verbose_name='kinds of entries')),
                        ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('turn', models.PositiveIntegerField(default=0)),
                        ('turned_at', models.DateTimeField(null=True)),
                        ('paused_at', models.DateTimeField(null=True)),
                        ('pause_cause', models.CharField(blank=True, choices=[('by_hand', 'You paused it.'), ('failing', 'It did not answer for too long.'), ('gone', 'It answered that it is gone (410). Add it anew if it is back.')], max_length=10)),
                        ('failing_since', models.DateTimeField(null=True)),
                        ('given_up', models.PositiveSmallIntegerField(default=0)),
                        ('rests_until', models.DateTimeField(null=True)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='webhooks', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'webhook',
                        'verbose_name_plural': 'webhooks',
                        'ordering': ['created_at', 'key'],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('pause_cause', ''), ('paused_at', None)), models.Q(('paused_at__isnull', False), models.Q(('pause_cause', ''), _negated=True)), _connector='OR'), name='webhook_paused_for_a_reason')],
                    },
                ),
                migrations.CreateModel(
                    name='Delivery',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('what', models.CharField(choices=[('record.published', 'An entry became public'), ('record.changed', 'A public entry changed'), ('record.withdrawn', 'An entry is not public any more'), ('portal.test', 'Test')], max_length=20)),
                        ('record', models.UUIDField(null=True)),
                        ('code', models.CharField(blank=True, max_length=12)),
                        ('kind', models.CharField(blank=True, max_length=30)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('state', models.CharField(choices=[('due', 'Waits to be sent'), ('sending', 'Being sent'), ('sent', 'Arrived'), ('failed', 'Given up'), ('dropped', 'Overtaken by what came later')], default='due', max_length=10)),
                        ('claim', models.UUIDField(editable=False, null=True)),
                        ('attempts', models.PositiveSmallIntegerField(default=0)),
                        ('next_try_at', models.DateTimeField(default=django.utils.timezone.now, null=True)),
                        ('status', models.PositiveSmallIntegerField(null=True)),
                        ('answer', models.CharField(blank=True, max_length=200)),
                        ('ended_at', models.DateTimeField(null=True)),
                        ('hook', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='webhooks.webhook')),
                    ],
                    options={
                        'verbose_name': 'delivery to a webhook',
                        'verbose_name_plural': 'deliveries to webhooks',
                        'indexes': [models.Index(fields=['state', 'next_try_at'], name='delivery_due'), models.Index(fields=['record', 'state'], name='delivery_of_record')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'due')), fields=('hook', 'record'), name='one_delivery_waits_a_record'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('next_try_at__isnull', False), ('state__in', ('due', 'sending'))), models.Q(models.Q(('state__in', ('due', 'sending')), _negated=True), ('ended_at__isnull', False), ('next_try_at', None)), _connector='OR'), name='delivery_is_open_or_ended')],
                    },
                ),
            ],
        ),
    ]
