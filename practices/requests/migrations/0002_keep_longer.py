
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('requests', '0001_requests'),
        ('taxonomy', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='handedover',
            name='wanted_until',
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='requeststep',
            name='until',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='datarequest',
            name='decision',
            field=models.CharField(blank=True, help_text='For example “Which of the three camps is extended first.”', max_length=300, verbose_name='decision that it serves, in a sentence'),
        ),
        migrations.AlterField(
            model_name='datarequest',
            name='form',
            field=models.ForeignKey(blank=True, help_text='The coarser it is, the sooner it is given.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='taxonomy.sharingrung', verbose_name='coarsest form that helps'),
        ),
        migrations.AlterField(
            model_name='datarequest',
            name='part',
            field=models.CharField(blank=True, help_text='For example “Areas cleared since 2015, two districts”.', max_length=200, verbose_name='which part'),
        ),
        migrations.AlterField(
            model_name='datarequest',
            name='safekeeping',
            field=models.CharField(blank=True, help_text='For example “Encrypted; printed on no map.”', max_length=300, verbose_name='how it is kept'),
        ),
        migrations.AlterField(
            model_name='requeststep',
            name='act',
            field=models.CharField(choices=[('send', 'Request sent'), ('advise', 'Advice, not a decision'), ('ask_more', 'More information asked for'), ('answer', 'Answered'), ('forward', 'Put to the owner'), ('approve', 'Approved'), ('await', 'Approved by who keeps it; waits for a second person'), ('refuse', 'Refused'), ('withdraw', 'Taken back'), ('revoke', 'Taken back by who gave it'), ('deliver', 'Handed over'), ('receive', 'Received'), ('destroy', 'Destruction confirmed'), ('ask_longer', 'Asked to keep the data longer'), ('lengthen', 'The data may be kept longer'), ('not_longer', 'The data may not be kept longer'), ('write', 'Message'), ('disagree', 'A second person did not agree to open it'), ('no_answer', 'No answer'), ('expire', 'Came to its end')], max_length=12),
        ),
    ]
