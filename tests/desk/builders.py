"""The smallest house a desk can work in: a brand, a silhouette, products, a story, and people with rights."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.text import slugify

from editorial.choices import CreditRole
from editorial.models import (
    BrandPage,
    CollaborationIndexPage,
    CollaborationPage,
    EditorialImage,
    FeatureCredit,
    FeatureIndexPage,
    FeaturePage,
    HomePage,
    PartnerIndexPage,
    PartnerPage,
    PersonIndexPage,
    PersonPage,
    ProductPage,
    SilhouettePage,
)
from tests.support.pictures import picture_file

PASSWORD = "a-long-enough-password"


def picture(title: str = "A shoe", **fields) -> EditorialImage:
    """A credited picture with words for those who cannot see it; `fields` overrule."""
    values: dict = {
        "file": picture_file(),
        "credit": "Photograph: Ines Okafor",
        "rights_holder": "Ines Okafor",
        "description": "A white running shoe seen from the side",
    }
    return EditorialImage.objects.create(title=title, **(values | fields))


def member_of(*groups: str, name: str = "ines"):
    """A person who belongs to these groups."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD, first_name=name.title())
    user.groups.set(Group.objects.filter(name__in=groups))
    assert user.groups.count() == len(groups)
    return user


def brand(title: str = "ASICS", live: bool = True) -> BrandPage:
    """A brand under the front page."""
    return HomePage.objects.get().add_child(instance=BrandPage(title=title, slug=slugify(title), live=live))


def silhouette(parent: BrandPage, title: str = "Gel-Kayano 14", live: bool = True) -> SilhouettePage:
    """A silhouette of the brand."""
    return parent.add_child(instance=SilhouettePage(title=title, slug=slugify(title), live=live))


def product(
    parent: SilhouettePage, title: str = "Pure Silver", code: str = "1201A019-107", live: bool = True
) -> ProductPage:
    """A product of the silhouette, with a revision as if it came from the form."""
    page = parent.add_child(instance=ProductPage(title=title, slug=slugify(title), style_code=code, live=live))
    page.save_revision()
    return page


def person(title: str = "Ines Okafor", live: bool = True) -> PersonPage:
    """The person of this name, with a page."""
    found = PersonPage.objects.filter(title=title).first()
    if found is not None:
        return found
    return PersonIndexPage.objects.get().add_child(instance=PersonPage(title=title, slug=slugify(title), live=live))


def partner(title: str = "JJJJound", live: bool = True) -> PartnerPage:
    """A partner with a page."""
    return PartnerIndexPage.objects.get().add_child(instance=PartnerPage(title=title, slug=slugify(title), live=live))


def collaboration(title: str = "Rebirth of Cool", **fields) -> CollaborationPage:
    """A collaboration on the timeline; a draft unless `live=True`."""
    values = {"live": False} | fields
    return CollaborationIndexPage.objects.get().add_child(
        instance=CollaborationPage(title=title, slug=slugify(title), **values)
    )


def section(heading: str = "Thirteen before it", *content: dict) -> dict:
    """A section as stored."""
    words = {"type": "prose", "value": "<p>It began with a drawing.</p>"}
    return {"type": "section", "value": {"heading": heading, "anchor": "", "content": list(content) or [words]}}


def feature(title: str = "Gel-Kayano 14", live: bool = False, ready: bool = True, **fields) -> FeaturePage:
    """A story; `ready` with all the gate asks for, else with a title alone."""
    values: dict = {"live": live}
    if ready:
        values |= {"standfirst": "How a running shoe came back.", "lead_image": picture(), "body": [section()]}
    page = FeaturePage(title=title, slug=slugify(title), **(values | fields))
    if ready:
        writer = PersonPage.objects.first() or person()
        page.credits = [FeatureCredit(role=CreditRole.WORDS, person=writer)]
    page = FeatureIndexPage.objects.get().add_child(instance=page)
    page.save_revision()
    return page
