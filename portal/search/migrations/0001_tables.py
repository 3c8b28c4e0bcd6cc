import django.contrib.postgres.search
import django.db.models.deletion
import portal.core.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('search', '0001_initial'), ('search', '0004_facet_value_record'), ('search', '0005_fictional_records'), ('search', '0006_days'), ('search', '0007_search_cluster'), ('search', '0008_title_words'), ('search', '0009_asked_searches')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='AskedSearch',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField()),
                        ('text', models.CharField(max_length=80)),
                        ('asked', models.PositiveIntegerField(default=0)),
                        ('without_result', models.PositiveIntegerField(default=0)),
                        ('opened', models.PositiveIntegerField(default=0)),
                        ('people', models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('day', 'text'), name='asked_once_a_day')],
                    },
                ),
                migrations.CreateModel(
                    name='AskerMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('asked', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='search.askedsearch')),
                        ('mark', models.CharField(max_length=32)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('asked', 'mark'), name='mark_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AskingSalt',
                    fields=[
                        ('day', models.DateField(primary_key=True, serialize=False)),
                        ('salt', models.CharField(max_length=32)),
                    ],
                ),
                migrations.CreateModel(
                    name='IndexChange',
                    fields=[
                        ('identity', models.UUIDField(primary_key=True, serialize=False)),
                        ('number', models.BigIntegerField()),
                        ('is_first', models.BooleanField(default=False)),
                        ('tries', models.PositiveSmallIntegerField(default=0)),
                        ('due_at', models.DateTimeField(db_index=True)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['is_first'], name='index_change_first')],
                    },
                ),
                migrations.CreateModel(
                    name='ClusterIndex',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=100, unique=True)),
                        ('number', models.BigIntegerField()),
                        ('answers', models.BooleanField(default=False)),
                        ('begun_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('answers', True)), fields=('answers',), name='one_index_answers')],
                    },
                ),
                migrations.CreateModel(
                    name='RecordDocument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity')),
                        ('kind', models.CharField(max_length=30)),
                        ('code', models.CharField(max_length=12, unique=True)),
                        ('language', models.CharField(max_length=10)),
                        ('listed_rank', models.PositiveSmallIntegerField()),
                        ('details_rank', models.PositiveSmallIntegerField()),
                        ('sort_title', models.CharField(max_length=200)),
                        ('first_year', models.SmallIntegerField(null=True)),
                        ('last_year', models.SmallIntegerField(null=True)),
                        ('published_on', models.DateField()),
                        ('updated_on', models.DateField()),
                        ('takes_place_on', models.DateField(null=True)),
                        ('is_demo', models.BooleanField(default=False)),
                        ('version', models.PositiveIntegerField()),
                        ('digest', models.CharField(max_length=40)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['-published_on', 'code'], name='document_newest'), models.Index(fields=['kind', '-published_on', 'code'], name='document_kind_newest'), models.Index(fields=['listed_rank', 'details_rank'], name='document_ranks')],
                    },
                ),
                migrations.CreateModel(
                    name='RecordCard',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='cards', to='search.recorddocument')),
                        ('language', models.CharField(max_length=10)),
                        ('title', models.CharField(max_length=255)),
                        ('summary', models.TextField()),
                        ('path', models.CharField(max_length=255)),
                        ('facts', models.JSONField()),
                        ('details_facts', models.JSONField()),
                        ('details_text', models.TextField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('document', 'language'), name='card_each_language')],
                    },
                ),
                migrations.CreateModel(
                    name='FacetValue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('facet', models.CharField(max_length=30)),
                        ('value', models.CharField(max_length=120)),
                        ('labels', models.JSONField()),
                        ('record', models.UUIDField(db_index=True, null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('facet', 'value'), name='facet_value_once')],
                    },
                ),
                migrations.CreateModel(
                    name='RecordFacet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='facets', to='search.recorddocument')),
                        ('value', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='search.facetvalue')),
                        ('zone', models.PositiveSmallIntegerField()),
                        ('level', models.PositiveSmallIntegerField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['document', 'value', 'level', 'zone'], name='facet_by_document'), models.Index(fields=['value', 'document', 'level', 'zone'], name='facet_by_value')],
                    },
                ),
                migrations.CreateModel(
                    name='FacetCount',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rank', models.PositiveSmallIntegerField()),
                        ('kind', models.CharField(max_length=30)),
                        ('value', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counts', to='search.facetvalue')),
                        ('documents', models.IntegerField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('rank', 'kind', 'value'), name='count_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SearchState',
                    fields=[
                        ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                        ('generation', models.CharField(max_length=32)),
                        ('number', models.BigIntegerField(default=0)),
                        ('unnoted', models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name='RecordAudience',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='audiences', to='search.recorddocument')),
                        ('zone', models.PositiveSmallIntegerField()),
                        ('key', models.CharField(max_length=30)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('key', 'zone', 'document'), name='audience_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SearchText',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('document', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='search.recorddocument')),
                        ('view', models.CharField(choices=[('public', 'Public'), ('members', 'Members'), ('restricted_card', 'Restricted Card'), ('restricted_full', 'Restricted Full')], max_length=20)),
                        ('title', models.TextField()),
                        ('summary', models.TextField()),
                        ('body', models.TextField()),
                        ('names', models.TextField()),
                        ('vector', django.contrib.postgres.search.SearchVectorField(null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('document', 'view'), name='text_once_a_view')],
                    },
                ),
                migrations.CreateModel(
                    name='SearchWord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('rank', models.PositiveSmallIntegerField()),
                        ('length', models.PositiveSmallIntegerField()),
                        ('word', models.CharField(max_length=40)),
                        ('written', models.CharField(max_length=60)),
                        ('documents', models.IntegerField()),
                    ],
                    options={
                        'indexes': [models.Index(fields=['length', 'rank', 'word', 'documents'], name='word_by_length'), models.Index(fields=['word', 'rank', 'documents'], name='word_by_itself')],
                        'constraints': [models.UniqueConstraint(fields=('rank', 'written'), name='word_once_a_rank')],
                    },
                ),
            ],
        ),
    ]
