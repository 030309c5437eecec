"""The front page and the four fixed indexes beneath it, in place of the framework's welcome page."""

import uuid

from django.db import migrations

INDEXES = [
    ("featureindexpage", "FeatureIndexPage", "Features", "features"),
    ("collaborationindexpage", "CollaborationIndexPage", "Collaborations", "collaborations"),
    ("personindexpage", "PersonIndexPage", "People", "people"),
    ("partnerindexpage", "PartnerIndexPage", "Partners", "partners"),
]


def plant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    Locale = apps.get_model("wagtailcore.Locale")
    HomePage = apps.get_model("editorial.HomePage")

    locale = Locale.objects.order_by("pk").first()
    Page.objects.filter(depth=2, slug="home", content_type__model="page").delete()

    def content_type(model):
        return ContentType.objects.get_or_create(app_label="editorial", model=model)[0]

    home = HomePage.objects.create(
        title="SPORTSHOWROOM",
        draft_title="SPORTSHOWROOM",
        slug="home",
        path="00010001",
        depth=2,
        numchild=len(INDEXES),
        url_path="/home/",
        content_type=content_type("homepage"),
        locale=locale,
        translation_key=uuid.uuid4(),
    )
    for position, (model, class_name, title, slug) in enumerate(INDEXES, start=1):
        apps.get_model("editorial", class_name).objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            path=f"00010001{position:04d}",
            depth=3,
            url_path=f"/home/{slug}/",
            content_type=content_type(model),
            locale=locale,
            translation_key=uuid.uuid4(),
        )
    Page.objects.filter(depth=1).update(numchild=Page.objects.filter(depth=2).count())
    Site.objects.filter(is_default_site=True).delete()
    Site.objects.create(
        hostname="localhost", port=80, site_name="SPORTSHOWROOM", root_page_id=home.pk, is_default_site=True
    )


def uproot(apps, schema_editor):
    apps.get_model("wagtailcore.Site").objects.filter(root_page__path="00010001").delete()
    apps.get_model("wagtailcore.Page").objects.filter(path__startswith="00010001").delete()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(plant, uproot)]
