import django.db.models.deletion
import django.utils.timezone
import portal.core.tables
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('community', '0001_following_and_discussions'), ('community', '0002_once_each'), ('community', '0003_kept_once_by_the_database')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('users', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='access.recordidentity')),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('closed_at', models.DateTimeField(null=True)),
                        ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'question',
                        'verbose_name_plural': 'questions',
                    },
                ),
                migrations.CreateModel(
                    name='Post',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='community.question')),
                        ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='posts', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.organisation')),
                        ('text', models.TextField(max_length=4000, verbose_name='text')),
                        ('language', models.CharField(max_length=2)),
                        ('is_question', models.BooleanField(default=False)),
                        ('state', models.CharField(choices=[('shown', 'Shown'), ('covered', 'Covered until an editor has looked at it'), ('hidden', 'Hidden by an editor'), ('taken_back', 'Taken back by who wrote it')], default='shown', max_length=10)),
                        ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'post of a discussion',
                        'verbose_name_plural': 'posts of discussions',
                        'ordering': ['-is_question', 'written_at', 'key'],
                    },
                ),
                migrations.CreateModel(
                    name='Ruling',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rulings', to='community.post')),
                        ('verdict', models.CharField(choices=[('hide', 'Hide it'), ('show', 'Show it')], max_length=4)),
                        ('reason', models.CharField(max_length=300, verbose_name='reason')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                ),
                migrations.CreateModel(
                    name='Report',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='community.post')),
                        ('complaint', models.CharField(choices=[('exact_location', 'It names an exact place'), ('personal_data', 'It says something about a person'), ('off_topic', 'It does not belong to this entry'), ('insult', 'It insults somebody'), ('other', 'Something else')], max_length=16, verbose_name='what is wrong with it')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='in your words')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reports_of_posts', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ruling', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reports', to='community.ruling')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('post', 'by', 'complaint'), name='one_report_of_each_complaint')],
                    },
                ),
                migrations.CreateModel(
                    name='Follow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follows', to=settings.AUTH_USER_MODEL)),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follows', to='access.recordidentity')),
                        ('since', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'what somebody follows',
                        'verbose_name_plural': 'what people follow',
                        'constraints': [models.UniqueConstraint(fields=('user', 'identity'), name='follow_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SavedSearch',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_searches', to=settings.AUTH_USER_MODEL)),
                        ('name', models.CharField(max_length=120, verbose_name='name')),
                        ('kind', models.CharField(blank=True, max_length=30)),
                        ('parameters', models.TextField(blank=True)),
                        ('digest', models.CharField(editable=False, max_length=64)),
                        ('is_followed', models.BooleanField(default=True, verbose_name='tell me what is new')),
                        ('feed_key', models.CharField(blank=True, editable=False, max_length=32)),
                        ('feed_until', models.DateTimeField(editable=False, null=True)),
                        ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'saved search',
                        'verbose_name_plural': 'saved searches',
                        'constraints': [models.UniqueConstraint(fields=('user', 'kind', 'digest'), name='search_once')],
                    },
                ),
                migrations.CreateModel(
                    name='RecordNews',
                    fields=[
                        ('identity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='access.recordidentity')),
                        ('updated_on', models.DateField()),
                        ('listed_rank', models.PositiveSmallIntegerField()),
                        ('details_rank', models.PositiveSmallIntegerField()),
                    ],
                ),
            ],
        ),
    ]
