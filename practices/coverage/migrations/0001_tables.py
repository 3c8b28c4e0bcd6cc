import django.db.models.deletion
import portal.core.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('coverage', '0001_initial')]

    initial = True

    dependencies = [
        ('core', '0001_tables'),
        ('directory', '0001_tables'),
        ('taxonomy', '0001_tables'),
    ]

    operations = [
        portal.core.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='CoverageStatement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.country', verbose_name='country')),
                        ('data_kind', models.ForeignKey(help_text='Best a broad one, for example “Survey and clearance”.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.datakind', verbose_name='kind of data')),
                        ('degree', models.CharField(choices=[('good', 'Good'), ('partly', 'Partly'), ('none', 'None'), ('not_applicable', 'Not applicable')], help_text='“Good” where most of the country has recent data; “not applicable” where there can be none.', max_length=20, verbose_name='covered')),
                        ('said_by', models.ForeignKey(help_text='Readers see this name. Who may not know of the organisation does not see the statement.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='said by')),
                        ('said_on', models.DateField(verbose_name='said on')),
                        ('source', models.CharField(blank=True, help_text='For example “Minutes of the coordination meeting”.', max_length=300, verbose_name='source')),
                        ('note', models.CharField(blank=True, help_text='For example “The north has not been surveyed since 2019.”', max_length=300, verbose_name='note')),
                    ],
                    options={
                        'verbose_name': 'statement on coverage',
                        'verbose_name_plural': 'statements on coverage',
                        'ordering': ['country__label_en', 'data_kind__sort_order', '-said_on', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('country', 'data_kind', 'said_by'), name='coverage_said_once', violation_error_message='This organisation has said something on this kind of data here: change it.')],
                    },
                ),
            ],
        ),
    ]
