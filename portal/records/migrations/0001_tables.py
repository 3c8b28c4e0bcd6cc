import django.db.models.deletion
import django.utils.timezone
import modelcluster.contrib.taggit
import modelcluster.fields
import portal.core.tables
import portal.records.models.serving
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('records', '0001_initial'), ('records', '0002_reviewing'), ('records', '0003_still_true_questions'), ('records', '0004_question_passed_on')]

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
                    name='StillTrueQuestion',
                    fields=[
                        ('token', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('key', models.UUIDField(editable=False)),
                        ('due_on', models.DateField()),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('answered_at', models.DateTimeField(blank=True, db_index=True, null=True)),
                        ('answer', models.CharField(blank=True, choices=[('true', 'Still true'), ('changed', 'It has changed'), ('gone', 'No longer held')], max_length=8)),
                        ('passed_to', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.organisation')),
                        ('was_archived', models.BooleanField(default=False)),
                    ],
                    options={
                        'verbose_name': 'question whether an entry is still true',
                        'verbose_name_plural': 'questions whether entries are still true',
                        'constraints': [models.UniqueConstraint(fields=('key', 'due_on'), name='one_question_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='ReviewTask',
                    fields=[
                        ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                    ],
                    options={
                        'verbose_name': 'review by a second editor',
                        'verbose_name_plural': 'reviews by a second editor',
                    },
                    bases=('wagtailcore.task',),
                ),
                migrations.CreateModel(
                    name='Assignment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('object_id', models.CharField(editable=False, max_length=20, unique=True)),
                        ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'who sees to a review',
                        'verbose_name_plural': 'who sees to reviews',
                    },
                ),
                migrations.CreateModel(
                    name='ReviewNote',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('object_id', models.CharField(db_index=True, editable=False, max_length=20)),
                        ('text', models.TextField(max_length=2000, verbose_name='note')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'note among editors',
                        'verbose_name_plural': 'notes among editors',
                        'ordering': ['at', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='DecisionChecks',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('task_state', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='wagtailcore.taskstate')),
                        ('consent', models.BooleanField(default=False)),
                        ('sensitivity', models.BooleanField(default=False)),
                        ('sources', models.BooleanField(default=False)),
                    ],
                    options={
                        'verbose_name': 'what was checked',
                        'verbose_name_plural': 'what was checked',
                    },
                ),
                migrations.CreateModel(
                    name='CannedAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(help_text='How reviewers find it, for example “Source is missing”.', max_length=80, unique=True, verbose_name='name')),
                        ('text_en', models.TextField(help_text='For example “Please name the source of the figures, with its year.”', verbose_name='English text')),
                        ('text_fr', models.TextField(blank=True, verbose_name='French text')),
                        ('text_ar', models.TextField(blank=True, verbose_name='Arabic text')),
                    ],
                    options={
                        'verbose_name': 'ready answer',
                        'verbose_name_plural': 'ready answers',
                        'ordering': ['name'],
                    },
                ),
                migrations.CreateModel(
                    name='ReviewerArea',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('languages', models.JSONField(blank=True, default=list, verbose_name='languages')),
                        ('countries', models.ManyToManyField(blank=True, related_name='+', to='taxonomy.country', verbose_name='countries')),
                        ('sectors', models.ManyToManyField(blank=True, related_name='+', to='taxonomy.sector', verbose_name='sectors')),
                    ],
                    options={
                        'verbose_name': 'what an editor sees first',
                        'verbose_name_plural': 'what editors see first',
                    },
                ),
                migrations.CreateModel(
                    name='Submission',
                    fields=[
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('title', models.CharField(max_length=200, verbose_name='title')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('sent_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'joint submission',
                        'verbose_name_plural': 'joint submissions',
                    },
                ),
                migrations.CreateModel(
                    name='SubmittedPart',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='records.submission')),
                        ('object_id', models.CharField(editable=False, max_length=20, unique=True)),
                    ],
                    options={
                        'verbose_name': 'part of a joint submission',
                        'verbose_name_plural': 'parts of joint submissions',
                    },
                ),
                migrations.CreateModel(
                    name='RecordTag',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                        ('slug', models.SlugField(allow_unicode=True, max_length=100, unique=True, verbose_name='slug')),
                    ],
                    options={
                        'verbose_name': 'tag',
                        'verbose_name_plural': 'tags',
                    },
                ),
                migrations.CreateModel(
                    name='Trust',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.organisation')),
                        ('reason', models.TextField(verbose_name='reason')),
                        ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('given_at', models.DateTimeField(blank=True, null=True)),
                        ('end_asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('end_reason', models.TextField(blank=True, verbose_name='reason')),
                    ],
                    options={
                        'verbose_name': 'trusted organisation',
                        'verbose_name_plural': 'trusted organisations',
                    },
                ),
                migrations.CreateModel(
                    name='Release',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.organisation')),
                        ('key', models.UUIDField(editable=False)),
                        ('code', models.CharField(max_length=12)),
                        ('revision', models.BigIntegerField()),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('is_sampled', models.BooleanField(default=False)),
                        ('seen_at', models.DateTimeField(blank=True, null=True)),
                        ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'change that went out at once',
                        'verbose_name_plural': 'changes that went out at once',
                        'ordering': ['at', 'pk'],
                        'indexes': [models.Index(condition=models.Q(('is_sampled', True), ('seen_at', None)), fields=['at'], name='release_to_look_at')],
                    },
                ),
                migrations.CreateModel(
                    name='RecordPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                        ('summary', models.CharField(blank=True, help_text='One or two plain sentences. If you leave this empty, the first 300 characters are taken.', max_length=300, verbose_name='summary')),
                        ('coverage', models.ForeignKey(blank=True, help_text='Only where no single country is meant, for example “Global”.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.geographylevel', verbose_name='coverage')),
                        ('focal_mailbox', models.EmailField(blank=True, help_text='A role mailbox, for example “im@example.org”.', max_length=254, verbose_name='mailbox for questions')),
                        ('licence', models.ForeignKey(blank=True, help_text="If you leave this empty: CC BY 4.0, or the organisation's usual licence.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.licence', verbose_name='licence of this text')),
                        ('reviewed_on', models.DateField(blank=True, null=True, verbose_name='last confirmed on')),
                        ('review_due_on', models.DateField(blank=True, null=True, verbose_name='to be confirmed again by')),
                        ('unconfirmed_fields', models.JSONField(blank=True, default=list, verbose_name='fields from general knowledge')),
                        ('source_id', models.SlugField(blank=True, editable=False, max_length=100)),
                        ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='fictional')),
                        ('sectors', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.sector', verbose_name='sectors')),
                        ('countries', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.country', verbose_name='countries')),
                        ('data_kinds', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.datakind', verbose_name='kinds of data')),
                        ('tags', modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='A comma-separated list of tags.', through='records.TaggedRecord', to='records.RecordTag', verbose_name='tags')),
                    ],
                    options={
                        'verbose_name': 'entry',
                        'verbose_name_plural': 'entries',
                    },
                    bases=(portal.records.models.serving.ServedRecord, 'wagtailcore.page'),
                ),
                migrations.CreateModel(
                    name='RecordOrganisation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('record', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='organisations', to='records.recordpage')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='organisation')),
                        ('role', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.participantrole', verbose_name='role')),
                        ('named_as', models.CharField(blank=True, max_length=200, verbose_name='named in the source as')),
                    ],
                    options={
                        'verbose_name': 'organisation with a role',
                        'verbose_name_plural': 'organisations with a role',
                        'ordering': ['sort_order'],
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RecordSource',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('record', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='records.recordpage')),
                        ('title', models.CharField(max_length=300, verbose_name='title')),
                        ('publisher', models.CharField(blank=True, max_length=200, verbose_name='publisher')),
                        ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                        ('url', models.URLField(blank=True, max_length=500, verbose_name='address')),
                        ('is_mirror', models.BooleanField(default=False, verbose_name='a copy on another site')),
                        ('confidence', models.CharField(blank=True, max_length=120, verbose_name='what was read')),
                        ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                    ],
                    options={
                        'verbose_name': 'source',
                        'verbose_name_plural': 'sources',
                        'ordering': ['sort_order'],
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RecordLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('record', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='records.recordpage')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.linkkind', verbose_name='kind')),
                        ('target', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_here', to='access.recordidentity', verbose_name='to')),
                        ('note', models.CharField(blank=True, help_text='Why the two belong together.', max_length=300, verbose_name='note')),
                    ],
                    options={
                        'verbose_name': 'link to another entry',
                        'verbose_name_plural': 'links to other entries',
                        'ordering': ['sort_order'],
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TaggedRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_records', to='records.recordtag')),
                        ('content_object', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='records.recordpage')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
