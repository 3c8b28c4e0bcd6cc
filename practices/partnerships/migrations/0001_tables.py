import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import portal.core.tables
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('partnerships', '0001_ideas')]

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
                    name='IdeaChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='idea_changes', to='access.recordidentity')),
                        ('state', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.ideastate', verbose_name='state')),
                        ('reason', models.CharField(blank=True, max_length=500, verbose_name='why')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.organisation')),
                        ('at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='merged_ideas', to='access.recordidentity')),
                    ],
                    options={
                        'verbose_name': 'step of an idea',
                        'verbose_name_plural': 'steps of ideas',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PartnerAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partner_answers', to='access.recordidentity')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='organisation')),
                        ('answer', models.CharField(choices=[('interested', 'Interested'), ('committed', 'Committed'), ('declined', 'Declined')], max_length=10, verbose_name='answer')),
                        ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('answered_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'answer of a partner',
                        'verbose_name_plural': 'answers of partners',
                        'constraints': [models.UniqueConstraint(fields=('identity', 'organisation'), name='one_answer_of_a_partner')],
                    },
                ),
                migrations.CreateModel(
                    name='IdeaSupport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='idea_supports', to='access.recordidentity')),
                        ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.organisation')),
                        ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        'verbose_name': 'support of an idea',
                        'verbose_name_plural': 'support of ideas',
                        'constraints': [models.UniqueConstraint(fields=('identity', 'organisation'), name='an_organisation_supports_once'), models.UniqueConstraint(condition=models.Q(('organisation', None)), fields=('identity', 'by'), name='a_person_supports_once')],
                    },
                ),
                migrations.CreateModel(
                    name='IdeaIndexPage',
                    fields=[
                        ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ],
                    options={
                        'abstract': False,
                    },
                    bases=('wagtailcore.page',),
                ),
                migrations.CreateModel(
                    name='IdeaPage',
                    fields=[
                        ('recordpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='records.recordpage')),
                        ('problem', wagtail.fields.RichTextField(blank=True, help_text='What cannot be decided, or not well, as things are.', verbose_name='problem')),
                        ('idea', wagtail.fields.RichTextField(blank=True, help_text='What partners would do together, with which data.', verbose_name='idea')),
                        ('what_would_change', wagtail.fields.RichTextField(blank=True, help_text='Who would decide what better, and from when.', verbose_name='what would change')),
                        ('what_for', wagtail.fields.RichTextField(blank=True, help_text='What it would mean for people: safer, better assisted, heard.', verbose_name='what for')),
                        ('how_known', wagtail.fields.RichTextField(blank=True, help_text='By what one sees that it works, for example “Requests answered”.', verbose_name='how we would know')),
                        ('resources', wagtail.fields.RichTextField(blank=True, help_text='What it takes: people, money, tools, and who could give them.', verbose_name='resources')),
                        ('partners_note', models.CharField(blank=True, help_text='For example “A cluster that plans school repairs”.', max_length=300, verbose_name='partners sought, in words')),
                        ('wants_data', models.BooleanField(default=False, verbose_name='looking for data')),
                        ('wants_partner', models.BooleanField(default=False, verbose_name='looking for a partner')),
                        ('wants_consent', models.BooleanField(default=False, verbose_name='looking for consent')),
                        ('wants_funding', models.BooleanField(default=False, verbose_name='looking for funding')),
                        ('wants_skills', models.BooleanField(default=False, verbose_name='looking for skills')),
                        ('ripeness', models.CharField(choices=[('not_said', 'Not said'), ('blue_sky', 'Blue sky: a thought to try'), ('ready', 'Ready: could begin as it stands')], default='not_said', max_length=10, verbose_name='how ripe')),
                        ('born_event', models.ForeignKey(blank=True, limit_choices_to={'kind': 'event'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='born at which event')),
                        ('born_session', models.UUIDField(blank=True, editable=False, null=True)),
                        ('is_illustrative', models.BooleanField(default=False, help_text='An example that nobody has proposed. Untick it when somebody takes it up.', verbose_name='illustrative')),
                        ('partner_types', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Where no single organisation is meant, for example “Mine action operator”.', related_name='+', to='taxonomy.organisationtype', verbose_name='kinds of partners sought')),
                    ],
                    options={
                        'verbose_name': 'partnership idea',
                        'verbose_name_plural': 'partnership ideas',
                    },
                    bases=('records.recordpage',),
                ),
                migrations.CreateModel(
                    name='IdeaJoin',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('idea', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='joins', to='partnerships.ideapage')),
                        ('target', models.ForeignKey(blank=True, limit_choices_to={'kind__in': ('need', 'holding', 'flow', 'platform')}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.recordidentity', verbose_name='need, data, flow or platform')),
                        ('note', models.CharField(blank=True, help_text='What it brings, or what has no entry here, for example “Counts by district, each quarter”.', max_length=300, verbose_name='in words')),
                    ],
                    options={
                        'verbose_name': 'what it would join',
                        'verbose_name_plural': 'what it would join',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='IdeaStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('idea', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='partnerships.ideapage')),
                        ('text', models.CharField(help_text='For example “Agree on five questions with the coordination body”.', max_length=300, verbose_name='step')),
                        ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation', verbose_name='who does it')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='until')),
                        ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
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
                    name='IdeaRisk',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                        ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                        ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                        ('idea', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='risks', to='partnerships.ideapage')),
                        ('text', models.TextField(help_text='For example “Enumerators go and look for items”.', verbose_name='risk')),
                    ],
                    options={
                        'verbose_name': 'risk',
                        'verbose_name_plural': 'risks',
                        'ordering': ['sort_order'],
                        'unique_together': {('translation_key', 'locale')},
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
