"""The closed lists of the house: every choice an editor picks from, in one place."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Accent(models.TextChoices):
    """One colour per story, taken from the shoe. The value is the CSS class suffix (`accent-<value>`)."""

    AMBER = "amber", _("Amber")
    OCHRE = "ochre", _("Ochre")
    MARIGOLD = "marigold", _("Marigold")
    TANGERINE = "tangerine", _("Tangerine")
    EMBER = "ember", _("Ember")
    SIGNAL = "signal", _("Signal red")
    CHERRY = "cherry", _("Cherry")
    ROSE = "rose", _("Rose")
    PLUM = "plum", _("Plum")
    VIOLET = "violet", _("Violet")
    IRIS = "iris", _("Iris")
    COBALT = "cobalt", _("Cobalt")
    ROYAL = "royal", _("Royal blue")
    SKY = "sky", _("Sky")
    ICE = "ice", _("Ice")
    TEAL = "teal", _("Teal")
    PETROL = "petrol", _("Petrol")
    PINE = "pine", _("Pine")
    FERN = "fern", _("Fern")
    MOSS = "moss", _("Moss")
    ACID = "acid", _("Acid")
    CLAY = "clay", _("Clay")
    GRAPHITE = "graphite", _("Graphite")
    SILVER = "silver", _("Silver")


class Colour(models.TextChoices):
    """Colour families a colourway is filed under."""

    WHITE = "white", _("White")
    BLACK = "black", _("Black")
    GREY = "grey", _("Grey")
    SILVER = "silver", _("Silver")
    BEIGE = "beige", _("Beige")
    BROWN = "brown", _("Brown")
    RED = "red", _("Red")
    PINK = "pink", _("Pink")
    ORANGE = "orange", _("Orange")
    YELLOW = "yellow", _("Yellow")
    GREEN = "green", _("Green")
    BLUE = "blue", _("Blue")
    NAVY = "navy", _("Navy")
    PURPLE = "purple", _("Purple")
    GOLD = "gold", _("Gold")
    MULTI = "multi", _("Multicolour")


class Sizing(models.TextChoices):
    """Whose size run the product is made in."""

    UNISEX = "unisex", _("Unisex")
    MEN = "men", _("Men")
    WOMEN = "women", _("Women")
    KIDS = "kids", _("Kids")


class SizeSystem(models.TextChoices):
    """How sizes are written on the box in a market."""

    EU = "EU", _("EU")
    UK = "UK", _("UK")
    US = "US", _("US")
    JP = "JP", _("Japan, centimetres")


class Availability(models.TextChoices):
    """Whether a shop has the shoe; the codes are those of `shopping.codes`."""

    IN_STOCK = "in_stock", _("In stock")
    LOW = "low", _("Few sizes")
    PREORDER = "preorder", _("To order before its release")
    BACKORDER = "backorder", _("On order")
    UNKNOWN = "unknown", _("Ask the shop")
    SOLD_OUT = "sold_out", _("Sold out")


class Condition(models.TextChoices):
    """What a shop sells."""

    NEW = "new", _("New")
    RESALE = "resale", _("Resale, unworn")
    USED = "used", _("Used")


class Doubt(models.TextChoices):
    """Why a price is held back."""

    TENFOLD = "tenfold", _("Ten times the last price, or a tenth of it")
    CURRENCY = "currency", _("Another currency than before")
    WAS_BELOW_NOW = "was_below_now", _("A former price that is no higher than today's")


class Decision(models.TextChoices):
    """What somebody made of a price that was held back."""

    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Turned down")


class CreditRole(models.TextChoices):
    """What a person did on a feature."""

    WORDS = "words", _("Words")
    PHOTOGRAPHY = "photography", _("Photography")
    ILLUSTRATION = "illustration", _("Illustration")
    EDITING = "editing", _("Editing")


class PartnerKind(models.TextChoices):
    """What kind of house a collaborator is."""

    LABEL = "label", _("Label")
    BOUTIQUE = "boutique", _("Boutique")
    ARTIST = "artist", _("Artist")
    STUDIO = "studio", _("Studio")
    INSTITUTE = "institute", _("Institute")
    BAND = "band", _("Band")
    SCHOOL = "school", _("School")


class ReleaseStatus(models.TextChoices):
    """How sure a release date is."""

    RUMOURED = "rumoured", _("Rumoured")
    ANNOUNCED = "announced", _("Announced")
    CONFIRMED = "confirmed", _("Confirmed")
    MOVED = "moved", _("Moved")
    RELEASED = "released", _("Released")
    CANCELLED = "cancelled", _("Cancelled")


class Licence(models.TextChoices):
    """On what terms a picture may be shown."""

    OWNED = "owned", _("Our own work")
    COMMISSIONED = "commissioned", _("Commissioned")
    PRESS = "press", _("Press picture")
    AGENCY = "agency", _("Agency licence")
    CREATIVE_COMMONS = "cc", _("Creative Commons")
    COURTESY = "courtesy", _("Courtesy of the rights holder")


class RightsNotice(models.TextChoices):
    """How near the end of a picture's rights is."""

    MONTH = "month", _("Ends within 30 days")
    WEEK = "week", _("Ends within 7 days")
    ENDED = "ended", _("Has ended")


class HeroLayout(models.TextChoices):
    """How a feature opens."""

    FULL = "full", _("Full measure: title across the sheet, picture edge to edge")
    SPLIT = "split", _("Split: picture and title share the sheet (short pieces)")


class FigureLayout(models.TextChoices):
    """How wide a picture runs inside a section. The value is the CSS class suffix (`fig-<value>`)."""

    TEXT = "text", _("Text width")
    SIDE = "side", _("Text width, caption beside")
    WIDE = "wide", _("Wide, margin to margin")
    RUN = "run", _("From the text off the right of the sheet")
    FULL = "full", _("Full bleed, edge to edge")


class MentionSource(models.TextChoices):
    """Where a feature names its subject."""

    EXPLICIT = "explicit", _("Named by the editor")
    BODY = "body", _("Met in the body")


class Severity(models.TextChoices):
    """How much a check's objection weighs: errors stop publishing, warnings do not."""

    ERROR = "error", _("Error")
    WARNING = "warning", _("Warning")


class NoticeKind(models.TextChoices):
    """Why the desk tells somebody something."""

    WAITING = "waiting", _("Waiting for you")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Changes requested")
    CANCELLED = "cancelled", _("Called off")
    CLAIMED = "claimed", _("Taken")
    DECIDED = "decided", _("Decided by somebody else")
    DUE = "due", _("Due tomorrow")
    OVERDUE = "overdue", _("Overdue")
    RIGHTS = "rights", _("Picture rights")


class ManuscriptKind(models.TextChoices):
    """What a manuscript came as."""

    WORD = "word", _("Word file")
    MARKDOWN = "markdown", _("Markdown")
    HTML = "html", _("HTML")
    TEXT = "text", _("Plain text")
