import django.db.models.deletion
import modelcluster.fields
import portal.core.tables
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('agreements', '0001_agreements')]

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
                    name='AgreementIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='AgreementPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('agreement_kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.agreementkind', verbose_name='kind of agreement')),
                        ('terms', wagtail.fields.RichTextField(blank=True, help_text='In plain words: who may see the data, how they are kept, what happens when it ends.', verbose_name='what it says')),
                        ('finest_form', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sharingrung', verbose_name='finest form')),
                        ('onward', models.CharField(choices=[('not_said', 'Not said'), ('no', 'No'), ('with_consent', 'With the consent of who gave them'), ('same_terms', 'Yes, under the same terms')], default='not_said', max_length=20, verbose_name='may data be passed on?')),
                        ('onward_note', models.CharField(blank=True, help_text='For example “To members of the cluster only.”', max_length=300, verbose_name='about passing on')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='begins on')),
                        ('ends_on', models.DateField(blank=True, help_text='The last day on which it holds. Empty where no end was set.', null=True, verbose_name='ends on')),
                        ('review_on', models.DateField(blank=True, help_text='When the parties look at it again.', null=True, verbose_name='to be reviewed on')),
                        ('state', models.CharField(choices=[('drafting', 'Drafting'), ('signed', 'Signed'), ('ended', 'Ended')], default='drafting', max_length=10, verbose_name='state')),
                        ('ends_note', models.CharField(blank=True, help_text='For example “Renewed by a letter each year.”', max_length=300, verbose_name='about its end')),
                        ('reference', models.CharField(blank=True, help_text='Number of the signed text, for example “12/26”.', max_length=200, verbose_name='reference')),
                        ('purposes', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.decisionpurpose', verbose_name='purposes')),
                    ],
                    options={
                        'verbose_name': 'agreement',
                        'verbose_name_plural': 'agreements',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='AgreementHolding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('agreement', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='holdings', to='agreements.agreementpage')),
                        ('holding', models.ForeignKey(blank=True, limit_choices_to={'kind': 'holding'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='data holding')),
                        ('part', models.CharField(blank=True, help_text='For example “Areas cleared since 2015”. Empty where all of it is covered.', max_length=300, verbose_name='which part, or other data in words')),
                    ],
                    options={
                        'verbose_name': 'covered data',
                        'verbose_name_plural': 'covered data',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProtocolClass',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('agreement', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='classes', to='agreements.agreementpage')),
                        ('data_kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.datakind', verbose_name='kind of data')),
                        ('sensitivity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sensitivity', verbose_name='sensitivity')),
                    ],
                    options={
                        'verbose_name': 'class of sensitivity',
                        'verbose_name_plural': 'classes of sensitivity',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
