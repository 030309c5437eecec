"""People, partners, and their indexes."""

from django.db.models.functions import Lower

from editorial.listings.paging import numbered_pages
from editorial.listings.pictures import PictureOrder
from editorial.listings.reach import objects
from editorial.listings.told import told

FACES = 48
STORIES = 12
SILHOUETTES = 24
COLLABORATIONS = 24
MORE_STORIES = 3


def index_of(model_name: str, number: str | None = None) -> dict:
    """One page of all shown people or partners, by name. Raises Http404 for a page that is not there."""
    faces = numbered_pages(objects(model_name).listed().order_by(Lower("title"), "pk"), number, FACES)
    pictures = PictureOrder()
    pictures.add_leads(faces, "tall")
    pictures.fetch()
    return {"page_obj": faces, "people": faces.object_list}


def person(page, number: str | None = None) -> dict:
    """What a person wrote, drew and took part in. The first page alone shows more than their own stories.

    Raises Http404 for a page of stories that is not there.
    """
    pictures = PictureOrder()
    own = numbered_pages(objects("FeaturePage").listed().by(page), number, STORIES)
    pictures.add_leads(own, "card")
    found = {"page_obj": own, "own_stories": own.object_list}
    if own.number == 1:
        designed = objects("SilhouettePage").filter(pk__in=page.designed.values("silhouette"))
        silhouettes = list(designed.listed().counted().order_by("year", "title")[:SILHOUETTES])
        pictures.add_leads(silhouettes, "card")
        found |= {"silhouettes": silhouettes} | taking_part(page, pictures, not_in=own.object_list)
    pictures.fetch()
    return found


def partner(page) -> dict:
    """What a partner took part in and what was written about it."""
    pictures = PictureOrder()
    found = taking_part(page, pictures)
    pictures.fetch()
    return found


def taking_part(page, pictures: PictureOrder, not_in=()) -> dict:
    """Collaborations of a partner or person, and stories that name them; orders their pictures."""
    collaborations = list(objects("CollaborationPage").listed().with_partner(page).in_timeline()[:COLLABORATIONS])
    known = [story.pk for story in not_in]
    stories = told(objects("FeaturePage").listed().without_names().about(page).exclude(pk__in=known), MORE_STORIES)
    pictures.add([page.lead_image], "tall")
    pictures.add_leads(collaborations, "tall")
    pictures.add_leads(stories.cards, "card")
    return {"collaborations": collaborations, "stories": stories.cards, "told": stories}
