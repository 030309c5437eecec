"""The magazine's nouns.

Everyone outside this package imports from `editorial.models`; inside it, imports point downhill only:
findings, images <- base <- people, markets, vocabulary <- brands <- silhouettes <- products <- collaborations
<- features <- releases, retailers <- offers <- affiliate terms, clicks, held prices <- standard, home, site. Blocks
and other rooms below the models name pages by string.
"""

from editorial.models.affiliates import AffiliateTerms
from editorial.models.aliases import NameAlias
from editorial.models.base import BasePage, IndexPage
from editorial.models.brands import BrandPage
from editorial.models.clicks import OutboundClick
from editorial.models.collaborations import (
    CollaborationIndexPage,
    CollaborationPage,
    CollaborationPartner,
    CollaborationProduct,
    CollaborationSilhouette,
)
from editorial.models.desk import Claim, DeskCard
from editorial.models.features import (
    FeatureCredit,
    FeatureIndexPage,
    FeatureMention,
    FeaturePage,
    FeatureSubject,
)
from editorial.models.findings import ArchivePass, Finding
from editorial.models.held_prices import HeldPrice
from editorial.models.home import HomePage, HomeStory
from editorial.models.images import EditorialImage, EditorialRendition
from editorial.models.manuscripts import Manuscript
from editorial.models.markets import Market, Region
from editorial.models.mentions import SetAsideName, TermMention, UnlinkedMention
from editorial.models.notices import LetterChoice, Notice
from editorial.models.offer_imports import OfferImport
from editorial.models.offers import Offer, OfferItem, PriceObservation
from editorial.models.people import PartnerIndexPage, PartnerPage, PersonIndexPage, PersonPage
from editorial.models.picture_files import PictureFile
from editorial.models.products import ProductColour, ProductPage, ProductPicture, RetailPrice
from editorial.models.releases import Release, ReleaseHistory
from editorial.models.retailers import Retailer
from editorial.models.rights_tasks import RightsTask
from editorial.models.sharing import ShareLink
from editorial.models.silhouettes import SilhouetteDesigner, SilhouettePage, SilhouetteTechnology, SpecRow
from editorial.models.site import SiteSettings
from editorial.models.standard import StandardPage
from editorial.models.vocabulary import Term, Topic

__all__ = [
    "AffiliateTerms",
    "ArchivePass",
    "BasePage",
    "BrandPage",
    "Claim",
    "CollaborationIndexPage",
    "CollaborationPage",
    "CollaborationPartner",
    "CollaborationProduct",
    "CollaborationSilhouette",
    "DeskCard",
    "EditorialImage",
    "EditorialRendition",
    "FeatureCredit",
    "FeatureIndexPage",
    "FeatureMention",
    "FeaturePage",
    "FeatureSubject",
    "Finding",
    "HeldPrice",
    "HomePage",
    "HomeStory",
    "IndexPage",
    "LetterChoice",
    "Manuscript",
    "Market",
    "NameAlias",
    "Notice",
    "Offer",
    "OfferImport",
    "OfferItem",
    "OutboundClick",
    "PartnerIndexPage",
    "PartnerPage",
    "PersonIndexPage",
    "PersonPage",
    "PictureFile",
    "PriceObservation",
    "ProductColour",
    "ProductPage",
    "ProductPicture",
    "Region",
    "Release",
    "ReleaseHistory",
    "RetailPrice",
    "Retailer",
    "RightsTask",
    "SetAsideName",
    "ShareLink",
    "SilhouetteDesigner",
    "SilhouettePage",
    "SilhouetteTechnology",
    "SiteSettings",
    "SpecRow",
    "StandardPage",
    "Term",
    "TermMention",
    "Topic",
    "UnlinkedMention",
]
