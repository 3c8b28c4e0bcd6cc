import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import portal.core.tables
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('needs', '0001_initial'), ('needs', '0002_matches'), ('needs', '0003_without_score')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('records', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('users', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='Match',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('need', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity')),
                        ('holding', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity')),
                        ('reasons', models.JSONField(default=list)),
                        ('shortfalls', models.JSONField(default=list)),
                        ('digest', models.CharField(blank=True, editable=False, max_length=40)),
                        ('found_on', models.DateField(default=django.utils.timezone.localdate)),
                    ],
                    options={
                        'verbose_name': 'match',
                        'verbose_name_plural': 'matches',
                        'constraints': [models.UniqueConstraint(fields=('need', 'holding'), name='one_match_of_a_pair')],
                    },
                ),
                migrations.CreateModel(
                    name='MatchMark',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('need', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity')),
                        ('holding', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='access.recordidentity')),
                        ('mark', models.CharField(choices=[('fits', 'This fits'), ('does_not_fit', 'Does not fit'), ('already_asked', 'Already asked')], max_length=20, verbose_name='what do you say of it?')),
                        ('reason', models.CharField(blank=True, help_text='For example “Only until 2015, and without districts”.', max_length=300, verbose_name='why')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('on', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'mark of a match',
                        'verbose_name_plural': 'marks of matches',
                        'constraints': [models.UniqueConstraint(fields=('need', 'holding'), name='one_mark_of_a_pair'), models.CheckConstraint(condition=models.Q(('mark', 'does_not_fit'), ('reason', ''), _negated=True), name='what_does_not_fit_says_why')],
                    },
                ),
                migrations.CreateModel(
                    name='DataNeedIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='DataNeedPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('asked_by_note', models.CharField(blank=True, help_text='For example “Shelter and education partners in the north”.', max_length=300, verbose_name='asked by, in words')),
                        ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.decisionpurpose', verbose_name='decision that it is for')),
                        ('decision_note', models.TextField(blank=True, help_text='Who will decide what, for example “Which schools to reopen before September”.', verbose_name='the decision in a sentence')),
                        ('coarsest_level', models.ForeignKey(blank=True, help_text='The coarser, the sooner somebody can give it, for example “Admin 2”.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.geographylevel', verbose_name='coarsest form that helps')),
                        ('coarsest_note', models.CharField(blank=True, help_text='For example “Counts by district are enough.”', max_length=200, verbose_name='coarsest form, in words')),
                        ('frequency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.updatefrequency', verbose_name='how often')),
                        ('frequency_note', models.CharField(blank=True, help_text='For example “Before each planning round”.', max_length=200, verbose_name='how often, in words')),
                        ('from_year', models.PositiveSmallIntegerField(blank=True, help_text='The first year that the data must cover.', null=True, verbose_name='data from year')),
                        ('to_year', models.PositiveSmallIntegerField(blank=True, help_text='Empty: until today.', null=True, verbose_name='data to year')),
                        ('needed_by', models.DateField(blank=True, help_text='After this day it is too late for the decision.', null=True, verbose_name='needed by')),
                        ('by_sex', models.BooleanField(default=False, help_text='Figures for women and men apart.', verbose_name='by sex')),
                        ('by_age', models.BooleanField(default=False, help_text='Figures for age groups apart.', verbose_name='by age')),
                        ('by_disability', models.BooleanField(default=False, help_text='Figures for persons with disabilities apart.', verbose_name='by disability')),
                        ('urgency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.urgency', verbose_name='urgency')),
                        ('state', models.ForeignKey(blank=True, help_text='Empty is read as open.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.needstate', verbose_name='state')),
                        ('refused_reason', models.ForeignKey(blank=True, help_text='Only for a need that was refused.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.withholdingreason', verbose_name='why it was refused')),
                        ('state_note', models.CharField(blank=True, help_text='For example “Met for two of five provinces”.', max_length=300, verbose_name='about the state')),
                        ('what_was_tried', wagtail.fields.RichTextField(blank=True, help_text='Whom you asked, where you looked, what came of it.', verbose_name='what was tried')),
                        ('asked_by_types', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Where no single organisation asks, for example “Mine action operator”.', related_name='+', to='taxonomy.organisationtype', verbose_name='asked by these kinds of organisation')),
                        ('other_decisions', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.decisionpurpose', verbose_name='further decisions that it is for')),
                    ],
                    options={
                        'verbose_name': 'data need',
                        'verbose_name_plural': 'data needs',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='NeedAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('need', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='met_by', to='needs.dataneedpage')),
                        ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='entry that meets it')),
                        ('note', models.CharField(blank=True, help_text='What it gives and what is still missing, for example “Counts by district since 2023”.', max_length=300, verbose_name='in words')),
                    ],
                    options={
                        'verbose_name': 'what meets the need',
                        'verbose_name_plural': 'what meets the need',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
