import django.db.models.deletion
import modelcluster.fields
import portal.core.tables
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('case_studies', '0001_initial'), ('case_studies', '0002_replications')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('records', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('users', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='CaseStudyIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='CaseStudyPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('question', models.TextField(blank=True, help_text='For example “Which schools are safe to reopen?”', verbose_name='question that the data answered')),
                        ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.decisionpurpose', verbose_name='decision it served')),
                        ('decision_note', models.TextField(blank=True, help_text='Who decided what, with these data.', verbose_name='the decision in a sentence')),
                        ('context', wagtail.fields.RichTextField(blank=True, help_text='What was going on, in which phase of the response.', verbose_name='context')),
                        ('phase', models.CharField(blank=True, help_text='For example “early recovery”.', max_length=120, verbose_name='phase')),
                        ('from_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='from year')),
                        ('to_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='to year')),
                        ('years_note', models.CharField(blank=True, max_length=200, verbose_name='about the years')),
                        ('place', models.CharField(blank=True, help_text='For example “Borno State”. Never finer: no coordinates, no villages.', max_length=200, verbose_name='place, down to the first administrative level')),
                        ('challenge', wagtail.fields.RichTextField(blank=True, help_text='What could not be decided, or not well, without the data.', verbose_name='challenge')),
                        ('what_was_done', wagtail.fields.RichTextField(blank=True, help_text='The steps, one a line.', verbose_name='what was done')),
                        ('technical_arrangement', wagtail.fields.RichTextField(blank=True, help_text='Tools, formats, how the data moved.', verbose_name='technical arrangement')),
                        ('institutional_arrangement', wagtail.fields.RichTextField(blank=True, help_text='Agreements, letters, mandates.', verbose_name='institutional and legal arrangement')),
                        ('sensitivity_handling', wagtail.fields.RichTextField(blank=True, help_text='What was left out, made coarser or kept to a few people.', verbose_name='how sensitivity was handled')),
                        ('standards_note', models.CharField(blank=True, help_text='What the list of standards lacks.', max_length=300, verbose_name='further standards, in words')),
                        ('platforms_named', models.CharField(blank=True, help_text='For example “IMSMA Core; KoboToolbox”.', max_length=300, verbose_name='platforms')),
                        ('results', wagtail.fields.RichTextField(blank=True, help_text='What changed in operations. Figures have their own rows, with their source.', verbose_name='results')),
                        ('protection_outcome', wagtail.fields.RichTextField(blank=True, help_text='What it meant for people: safer, better assisted, heard.', verbose_name='protection outcome')),
                        ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.evidencekind', verbose_name='evidence')),
                        ('what_failed', wagtail.fields.RichTextField(blank=True, help_text='As useful as what worked: others will not repeat it.', verbose_name='what failed')),
                        ('would_it_transfer', wagtail.fields.RichTextField(blank=True, help_text='Under which conditions.', verbose_name='would it work elsewhere?')),
                        ('persons_consented', models.BooleanField(default=False, verbose_name='everybody named has agreed to it')),
                        ('owner_consented', models.BooleanField(default=False, verbose_name='the owner of the data has agreed to this text')),
                        ('other_decisions', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.decisionpurpose', verbose_name='further decisions it served')),
                        ('standards', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.standard', verbose_name='standards')),
                    ],
                    options={
                        'verbose_name': 'case study',
                        'verbose_name_plural': 'case studies',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='Replication',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replications', to='access.recordidentity', verbose_name='entry')),
                        ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replications', to=settings.AUTH_USER_MODEL)),
                        ('said_on', models.DateField(verbose_name='said on')),
                        ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.country', verbose_name='country')),
                        ('what', models.TextField(max_length=1000, verbose_name='what you did')),
                        ('outcome', models.CharField(blank=True, choices=[('early', 'Too early to say'), ('worked', 'It worked'), ('partly', 'It worked in part'), ('failed', 'It did not work')], max_length=8, verbose_name='outcome')),
                        ('outcome_note', models.TextField(blank=True, max_length=1000, verbose_name='what came of it')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                        ('due_on', models.DateField(blank=True, db_index=True, null=True, verbose_name='asked on')),
                    ],
                    options={
                        'verbose_name': 'use of a case',
                        'verbose_name_plural': 'uses of cases',
                        'ordering': ['-said_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='CaseStudyExchange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('case_study', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='exchanges', to='case_studies.casestudypage')),
                        ('what', models.CharField(help_text='In the words of those involved.', max_length=300, verbose_name='what was exchanged')),
                        ('data_kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.datakind', verbose_name='kind of data')),
                        ('provider', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='from')),
                        ('provider_note', models.CharField(blank=True, max_length=300, verbose_name='from, in words')),
                        ('receiver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='to')),
                        ('receiver_note', models.CharField(blank=True, max_length=300, verbose_name='to, in words')),
                        ('level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.geographylevel', verbose_name='how fine')),
                        ('level_note', models.CharField(blank=True, max_length=200, verbose_name='how fine, in words')),
                        ('rung', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sharingrung', verbose_name='form in which it was given')),
                        ('method', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.linkagemethod', verbose_name='method')),
                        ('frequency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.updatefrequency', verbose_name='how often')),
                        ('platform', models.CharField(blank=True, max_length=200, verbose_name='through which platform')),
                    ],
                    options={
                        'verbose_name': 'exchange',
                        'verbose_name_plural': 'what was exchanged',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseStudyParty',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('case_study', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_parties', to='case_studies.casestudypage')),
                        ('words', models.CharField(help_text='For example “Farmers and land holders”.', max_length=200, verbose_name='who')),
                        ('role', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.participantrole', verbose_name='role')),
                        ('kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.organisationtype', verbose_name='kind of organisation')),
                    ],
                    options={
                        'verbose_name': 'party without a name',
                        'verbose_name_plural': 'who else took part',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseStudyBarrier',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('case_study', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='barriers', to='case_studies.casestudypage')),
                        ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.barrierkind', verbose_name='kind')),
                        ('text', models.TextField(help_text='For example “Place names without P-codes”.', verbose_name='what stood in the way')),
                        ('overcome', models.TextField(blank=True, verbose_name='how it was overcome')),
                    ],
                    options={
                        'verbose_name': 'barrier',
                        'verbose_name_plural': 'barriers',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseStudyEnablingFactor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('case_study', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='enabling_factors', to='case_studies.casestudypage')),
                        ('kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.barrierkind', verbose_name='kind')),
                        ('text', models.TextField(verbose_name='what helped')),
                    ],
                    options={
                        'verbose_name': 'enabling factor',
                        'verbose_name_plural': 'enabling factors',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseStudyLesson',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('case_study', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='lessons', to='case_studies.casestudypage')),
                        ('text', models.TextField(help_text='For example “A few well chosen questions are enough to start.”', verbose_name='lesson')),
                    ],
                    options={
                        'verbose_name': 'lesson',
                        'verbose_name_plural': 'lessons',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseStudyFigure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('case_study', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='case_studies.casestudypage')),
                        ('value', models.CharField(help_text='For example “12,400”.', max_length=60, verbose_name='figure')),
                        ('what', models.CharField(max_length=200, verbose_name='what it counts')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                    ],
                    options={
                        'verbose_name': 'figure',
                        'verbose_name_plural': 'figures',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
