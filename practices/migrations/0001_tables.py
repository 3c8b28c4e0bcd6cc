import django.db.models.deletion
import modelcluster.fields
import portal.core.tables
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('practices', '0001_initial')]

    initial = True

    dependencies = [
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
                    name='PracticeIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='PracticePage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('problem', wagtail.fields.RichTextField(blank=True, help_text='What goes wrong without it, in a sentence or two.', verbose_name='problem')),
                        ('when_to_use', wagtail.fields.RichTextField(blank=True, help_text='For example “Before or between surveys, in large or insecure areas.”', verbose_name='when to use it')),
                        ('when_not', wagtail.fields.RichTextField(blank=True, help_text='Where it does harm or wastes time.', verbose_name='when not to use it')),
                        ('roles', wagtail.fields.RichTextField(blank=True, help_text='Roles, not names of persons.', verbose_name='who does what')),
                        ('effort', models.CharField(blank=True, help_text='For example “Two weeks, one analyst, no software”.', max_length=200, verbose_name='effort')),
                        ('safeguards', wagtail.fields.RichTextField(blank=True, help_text='What keeps people safe and data where they belong.', verbose_name='safeguards')),
                        ('standards_note', models.CharField(blank=True, help_text='What the list of standards lacks.', max_length=300, verbose_name='further standards, in words')),
                        ('standards', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.standard', verbose_name='standards')),
                        ('answers_barriers', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='taxonomy.barrierkind', verbose_name='barriers that it answers')),
                    ],
                    options={
                        'verbose_name': 'practice',
                        'verbose_name_plural': 'practices',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='PracticeStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('practice', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='practices.practicepage')),
                        ('text', models.TextField(help_text='One thing to do, beginning with a verb.', verbose_name='step')),
                    ],
                    options={
                        'verbose_name': 'step',
                        'verbose_name_plural': 'steps',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PracticePrecondition',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('practice', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='preconditions', to='practices.practicepage')),
                        ('text', models.CharField(max_length=300, verbose_name='precondition')),
                    ],
                    options={
                        'verbose_name': 'precondition',
                        'verbose_name_plural': 'preconditions',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PracticeRisk',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('practice', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='risks', to='practices.practicepage')),
                        ('text', models.CharField(max_length=300, verbose_name='risk')),
                    ],
                    options={
                        'verbose_name': 'risk',
                        'verbose_name_plural': 'risks',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PracticeTemplate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('practice', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='templates', to='practices.practicepage')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.portaldocument', verbose_name='file')),
                    ],
                    options={
                        'verbose_name': 'template to download',
                        'verbose_name_plural': 'templates to download',
                        'ordering': ['sort_order'],
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
