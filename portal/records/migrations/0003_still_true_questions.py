from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records", "0002_reviewing")]

    operations = [migrations.RenameModel("Question", "StillTrueQuestion")]
