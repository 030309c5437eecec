"""The catalogue, the people and the stories, one function each; `fields` overrule what they would choose."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count

from django.utils.text import slugify

from editorial.choices import MentionSource, ReleaseStatus, SizeSystem
from editorial.models import (
    BrandPage,
    CollaborationIndexPage,
    CollaborationPage,
    CollaborationPartner,
    CollaborationProduct,
    CollaborationSilhouette,
    EditorialImage,
    FeatureCredit,
    FeatureIndexPage,
    FeatureMention,
    FeaturePage,
    HomePage,
    Market,
    PartnerIndexPage,
    PartnerPage,
    PersonIndexPage,
    PersonPage,
    ProductPage,
    Region,
    Release,
    RetailPrice,
    SilhouetteDesigner,
    SilhouettePage,
    SilhouetteTechnology,
    SiteSettings,
    StandardPage,
    Term,
    Topic,
)
from tests.support.pictures import picture_file

_numbers = count(1)
FIRST_DAY = datetime(2025, 1, 1, tzinfo=UTC)


def picture(**fields) -> EditorialImage:
    """A small picture with its credit."""
    number = next(_numbers)
    said = {"credit": "Illustration: Studio", "rights_holder": "Studio", "description": "A shoe"}
    values = {"title": f"Picture {number}"} | said | fields
    return EditorialImage.objects.create(file=picture_file(f"shoe-{number}.jpg"), **values)


def under(parent, page_class, title: str, **fields):
    """A live page under its parent, published a day later than the one made before it."""
    number = next(_numbers)
    when = FIRST_DAY + timedelta(days=number)
    values = {"slug": slugify(title), "first_published_at": when, "last_published_at": when} | fields
    page = parent.add_child(instance=page_class(title=title, **values))
    parent.refresh_from_db()
    return page


def brand(title: str = "ASICS", **fields) -> BrandPage:
    """A brand."""
    return under(HomePage.objects.get(), BrandPage, title, **fields)


def silhouette(title: str = "Gel-Kayano 14", parent: BrandPage | None = None, **fields) -> SilhouettePage:
    """A silhouette, of a brand of its own unless one is given."""
    return under(parent or BrandPage.objects.first() or brand(), SilhouettePage, title, **fields)


def product(title: str = "Pure Silver", parent: SilhouettePage | None = None, **fields) -> ProductPage:
    """A product with a style code of its own."""
    values = {"style_code": f"1201A{next(_numbers):04d}-107"} | fields
    return under(parent or SilhouettePage.objects.first() or silhouette(), ProductPage, title, **values)


def person(title: str = "Hidenori Yamashita", **fields) -> PersonPage:
    """A person."""
    return under(PersonIndexPage.objects.get(), PersonPage, title, **fields)


def partner(title: str = "JJJJound", **fields) -> PartnerPage:
    """A partner."""
    return under(PartnerIndexPage.objects.get(), PartnerPage, title, **fields)


def collaboration(
    title: str = "Rebirth of Cool", partners=(), silhouettes=(), products=(), **fields
) -> CollaborationPage:
    """A collaboration of 2021, unless told when."""
    values = {"year": 2021} | fields
    page = under(CollaborationIndexPage.objects.get(), CollaborationPage, title, **values)
    page.partners.set([CollaborationPartner(partner=partner.page_ptr) for partner in partners])
    page.silhouettes.set([CollaborationSilhouette(silhouette=silhouette) for silhouette in silhouettes])
    page.products.set([CollaborationProduct(product=product) for product in products])
    page.save()
    return page


def feature(title: str = "The fourteenth man", by: PersonPage | None = None, about=(), **fields) -> FeaturePage:
    """A story, credited to `by`, whose editor named the pages in `about` as its subjects."""
    values = {"standfirst": f"What there is to say of {title}."} | fields
    page = under(FeatureIndexPage.objects.get(), FeaturePage, title, **values)
    if by:
        page.credits.set([FeatureCredit(person=by)])
        page.save()
    for position, subject in enumerate(about):
        mention(page, subject, position=position)
    return page


def mention(page: FeaturePage, subject, source: str = MentionSource.EXPLICIT, position: int = 0) -> FeatureMention:
    """A row of what a live story names, as its publication would write it."""
    return FeatureMention.objects.create(feature=page, subject_id=subject.pk, source=source, position=position)


def standard(title: str = "Cookie policy", **fields) -> StandardPage:
    """A plain page."""
    return under(HomePage.objects.get(), StandardPage, title, **fields)


def topic(title: str = "Silhouettes", **fields) -> Topic:
    """A topic."""
    return Topic.objects.create(title=title, slug=slugify(title), **fields)


def term(title: str = "Gel", silhouettes=(), **fields) -> Term:
    """A glossary term, in the given silhouettes."""
    values = {"definition": f"{title} is what it says on the box."} | fields
    made = Term.objects.create(title=title, slug=slugify(title), **values)
    for shoe in silhouettes:
        shoe.technologies.add(SilhouetteTechnology(term=made))
        shoe.save()
    return made


def designed(shoe: SilhouettePage, *people: PersonPage) -> None:
    """Say who drew the silhouette."""
    shoe.designers.set([SilhouetteDesigner(person=who) for who in people])
    shoe.save()


def market(name: str = "United Kingdom", code: str = "GB", default: bool = False, **fields) -> Market:
    """A market, in Europe; `default` makes it the one whose prices pages show."""
    region = Region.objects.get_or_create(slug="europe", defaults={"name": "Europe"})[0]
    values = {
        "slug": slugify(name),
        "region": region,
        "currency": "GBP",
        "locale": "en_GB",
        "time_zone": "Europe/London",
        "size_system": SizeSystem.UK,
    } | fields
    made = Market.objects.update_or_create(code=code, defaults={"name": name} | values)[0]
    if default:
        settings = SiteSettings.objects.first() or SiteSettings()
        settings.default_market = made
        settings.save()
    return made


def price(shoe: ProductPage, where: Market, amount: str = "150.00") -> RetailPrice:
    """What the brand asks for the product in the market."""
    return RetailPrice.objects.create(product=shoe, market=where, amount=Decimal(amount))


def release(shoe: ProductPage, where: Market, year: int, month=None, day=None, **fields) -> Release:
    """When the product comes out in the market."""
    values = {"status": ReleaseStatus.CONFIRMED} | fields
    return Release.objects.create(product=shoe, market=where, year=year, month=month, day=day, **values)
