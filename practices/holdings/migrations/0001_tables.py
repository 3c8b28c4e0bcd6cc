import django.db.models.deletion
import modelcluster.fields
import portal.core.tables
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('holdings', '0001_initial'), ('holdings', '0002_words_for_owner_and_data'), ('holdings', '0003_ends_of_their_kind')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('records', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='DataHoldingIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='DataHoldingPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('access_method', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.accessmethod', verbose_name='how to get it')),
                        ('access_note', models.CharField(blank=True, help_text='For example “By letter to the director; maps are given out at the counter.”', max_length=300, verbose_name='about access')),
                        ('required_agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.agreementkind', verbose_name='agreement needed')),
                        ('request_address', models.CharField(blank=True, help_text='A role mailbox or the address of a form, for example “data@example.org”.', max_length=300, verbose_name='where to ask')),
                        ('usual_answer_days', models.PositiveSmallIntegerField(blank=True, help_text='For example “10”.', null=True, verbose_name='usual time of an answer, in days')),
                        ('data_licence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.licence', verbose_name='licence of the data')),
                        ('licence_note', models.CharField(blank=True, help_text='For example “Free for humanitarian use.”', max_length=300, verbose_name='about the licence')),
                        ('data_url', models.URLField(blank=True, help_text='Only where they are open to everyone, for example a page of HDX.', max_length=500, verbose_name='address of the data')),
                        ('owner_note', models.CharField(blank=True, help_text='Where no organisation of the list owns the data, for example “The operators, each for its own”.', max_length=300, verbose_name='owner, in words')),
                        ('basis', models.CharField(blank=True, choices=[('owner_consent', 'Consent of the owner'), ('owner_publication', "The owner's own publication"), ('public_sources', 'Public sources, the owner was not asked'), ('contested', 'Contested')], help_text='On what it rests that these data stand here.', max_length=20, verbose_name='basis to list')),
                        ('owner_consent', models.CharField(choices=[('not_asked', 'Owner not asked'), ('asked', 'Owner asked, no answer yet'), ('given', 'Owner agreed'), ('refused', 'Owner refused')], default='not_asked', max_length=20, verbose_name='consent of the owner')),
                        ('owner_consent_on', models.DateField(blank=True, help_text='The day of the last step.', null=True, verbose_name='asked or answered on')),
                        ('owner_consent_by', models.CharField(blank=True, help_text='A function, not a name, for example “Director of operations”.', max_length=200, verbose_name='who answered')),
                        ('owner_consent_until', models.DateField(blank=True, help_text='Empty where no end was set.', null=True, verbose_name='consent holds until')),
                        ('data_sensitivity', models.ForeignKey(blank=True, help_text='Of the data themselves, not of this text. Left empty it says “not assessed” and counts as high.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sensitivity', verbose_name='sensitivity of the data')),
                        ('assessed_by', models.CharField(blank=True, help_text='An organisation or a function, for example “Information management unit of the authority”.', max_length=200, verbose_name='assessed by')),
                        ('assessed_on', models.DateField(blank=True, null=True, verbose_name='assessed on')),
                        ('assessed_why', models.CharField(blank=True, help_text='For example “Exact places of hazards.”', max_length=300, verbose_name='why this sensitivity')),
                        ('contains_personal_data', models.BooleanField(blank=True, null=True, verbose_name='contains personal data')),
                        ('contains_exact_locations', models.BooleanField(blank=True, null=True, verbose_name='contains exact places')),
                        ('data_note', models.CharField(blank=True, help_text='What the list of kinds lacks.', max_length=300, verbose_name='further data, in words')),
                        ('finest_level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.geographylevel', verbose_name='finest geography held')),
                        ('level_note', models.CharField(blank=True, help_text='For example “Perimeters since 2010 only.”', max_length=300, verbose_name='about the geography')),
                        ('from_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='from year')),
                        ('to_year', models.PositiveSmallIntegerField(blank=True, help_text='Empty where it goes on.', null=True, verbose_name='to year')),
                        ('period_note', models.CharField(blank=True, help_text='For example “Gaps between 2013 and 2015.”', max_length=300, verbose_name='about the period')),
                        ('unit_of_record', models.CharField(blank=True, help_text='For example “one hazardous area”.', max_length=200, verbose_name='unit of record')),
                        ('collection_method', models.CharField(blank=True, help_text='For example “Interviews with key informants, each quarter.”', max_length=300, verbose_name='how the data were collected')),
                        ('record_count', models.CharField(blank=True, choices=[('under_100', 'fewer than 100'), ('hundreds', '100 to 999'), ('thousands', '1,000 to 9,999'), ('ten_thousands', '10,000 to 99,999'), ('hundred_thousands', '100,000 to 999,999'), ('millions', 'a million and more')], max_length=20, verbose_name='number of units')),
                        ('update_frequency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.updatefrequency', verbose_name='updated')),
                        ('frequency_note', models.CharField(blank=True, help_text='For example “After each survey season.”', max_length=300, verbose_name='about the updates')),
                        ('last_updated_on', models.DateField(blank=True, help_text='With the above it says whether they are late.', null=True, verbose_name='last update of the data')),
                        ('platform', models.ForeignKey(blank=True, limit_choices_to={'kind': 'platform'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='kept on')),
                        ('platform_note', models.CharField(blank=True, help_text='For example “IMSMA Core”.', max_length=200, verbose_name='kept on, in words')),
                        ('data_languages', models.CharField(blank=True, help_text='For example “Arabic; English labels”.', max_length=200, verbose_name='languages of the data')),
                        ('standards_note', models.CharField(blank=True, help_text='What the list of standards lacks.', max_length=300, verbose_name='further standards, in words')),
                        ('has_pcodes', models.BooleanField(blank=True, null=True, verbose_name='has P-codes')),
                        ('by_sex', models.BooleanField(blank=True, null=True, verbose_name='by sex')),
                        ('by_age', models.BooleanField(blank=True, null=True, verbose_name='by age')),
                        ('by_disability', models.BooleanField(blank=True, null=True, verbose_name='by disability')),
                        ('known_quality', wagtail.fields.RichTextField(blank=True, help_text='What is good and what is weak, for example “Half without a date.”', verbose_name='known quality')),
                        ('not_to_be_used_for', wagtail.fields.RichTextField(blank=True, help_text='For example “Never to decide whether a place is safe to enter.”', verbose_name='not to be used for')),
                        ('successor', models.ForeignKey(blank=True, limit_choices_to={'kind': 'holding'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='replaced by')),
                        ('other_access_methods', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.accessmethod', verbose_name='further ways to get it')),
                        ('formats', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.fileformat', verbose_name='formats')),
                        ('standards', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.standard', verbose_name='standards')),
                    ],
                    options={
                        'verbose_name': 'data holding',
                        'verbose_name_plural': 'data holdings',
                    },
                    bases=('records.recordpage', models.Model),
                ),
                migrations.CreateModel(
                    name='SharingStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('holding', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='ladder', to='holdings.dataholdingpage')),
                        ('part', models.CharField(blank=True, help_text='For example “Areas cleared since 2015”.', max_length=200, verbose_name='which part')),
                        ('data_kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.datakind', verbose_name='kind of data')),
                        ('audience', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.audience', verbose_name='may go to')),
                        ('rung', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sharingrung', verbose_name='finest form')),
                        ('condition', models.CharField(blank=True, help_text='For example “After signature of the agreement.”', max_length=300, verbose_name='condition')),
                        ('reason', models.ForeignKey(blank=True, help_text='Above all where nothing is shared.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.withholdingreason', verbose_name='why not more')),
                        ('is_stated', models.BooleanField(default=False, help_text='Tick it only when the owner said so. Else it is the usual proposal.', verbose_name='stated by the owner')),
                    ],
                    options={
                        'verbose_name': 'step of the ladder',
                        'verbose_name_plural': 'sharing ladder',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='HoldingUse',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('holding', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='holdings.dataholdingpage')),
                        ('sector', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sector', verbose_name='sector')),
                        ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.decisionpurpose', verbose_name='decision')),
                        ('note', models.CharField(blank=True, help_text='For example “Where released land can be farmed.”', max_length=300, verbose_name='in a sentence')),
                    ],
                    options={
                        'verbose_name': 'use',
                        'verbose_name_plural': 'useful for',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
