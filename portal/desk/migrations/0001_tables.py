import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import portal.desk.models
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('desk', '0001_field_guidance'), ('desk', '0002_waiting_messages'), ('desk', '0003_state_marks')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='StateMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity')),
                        ('before', models.CharField(max_length=80, null=True)),
                        ('state', models.CharField(blank=True, max_length=80)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'since when an entry is in its state',
                        'verbose_name_plural': 'since when entries are in their states',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='FieldGuidance',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=portal.desk.models.kinds_with_short_form, max_length=30, verbose_name='kind')),
                        ('field', models.CharField(help_text='The name that the portal gives it, for example “countries”.', max_length=60, verbose_name='field')),
                        ('text_en', models.TextField(blank=True, help_text='For example “The country where the data were used.”', verbose_name='English text')),
                        ('text_fr', models.TextField(blank=True, verbose_name='French text')),
                        ('text_ar', models.TextField(blank=True, verbose_name='Arabic text')),
                    ],
                    options={
                        'verbose_name': 'guidance beside a field',
                        'verbose_name_plural': 'guidance beside fields',
                        'ordering': ['kind', 'field'],
                        'constraints': [models.UniqueConstraint(fields=('kind', 'field'), name='one_guidance_a_field')],
                    },
                ),
                migrations.CreateModel(
                    name='WaitingMessage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('digest', models.CharField(editable=False, max_length=64, unique=True)),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.member')),
                        ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                        ('name', models.CharField(max_length=150, verbose_name='name')),
                        ('text', models.TextField(verbose_name='message')),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'message that waits for its address',
                        'verbose_name_plural': 'messages that wait for their addresses',
                        'ordering': ['asked_at', 'pk'],
                    },
                ),
            ],
        ),
    ]
