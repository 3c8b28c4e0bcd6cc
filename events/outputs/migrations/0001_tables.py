import django.db.models.deletion
import portal.core.tables
import portal.records.row_keys
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('outputs', '0001_outputs')]

    initial = True

    dependencies = [
        ('access', '0001_tables'),
        ('core', '0001_tables'),
        ('media', '0001_tables'),
        ('records', '0001_tables'),
        ('taxonomy', '0001_tables'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='OutputIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='OutputPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('what', models.CharField(choices=[('finding', 'Finding'), ('answer', 'Answer to a key question'), ('barrier', 'Barrier'), ('solution', 'Solution'), ('recommendation', 'Recommendation'), ('decision', 'Decision'), ('document', 'Document')], default='finding', max_length=14, verbose_name='what it is')),
                        ('text', wagtail.fields.RichTextField(blank=True, help_text='What was found, answered or decided. Nobody is named as having said it.', verbose_name='text')),
                        ('event', models.ForeignKey(blank=True, limit_choices_to={'kind': 'event'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='event')),
                        ('session', portal.records.row_keys.RowKey(blank=True, help_text='Those of the event that is chosen above, once it is saved.', null=True, verbose_name='session')),
                        ('question', portal.records.row_keys.RowKey(blank=True, null=True, verbose_name='key question that it answers')),
                        ('barrier_kind', models.ForeignKey(blank=True, help_text='Of a barrier, or of what overcomes one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.barrierkind', verbose_name='kind of barrier')),
                        ('output_kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.outputkind', verbose_name='kind of document')),
                        ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.portaldocument', verbose_name='document')),
                    ],
                    options={
                        'verbose_name': 'output',
                        'verbose_name_plural': 'outputs',
                    },
                    bases=('records.recordpage',),
                ),
            ],
        ),
    ]
