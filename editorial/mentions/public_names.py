"""Names that everybody knows and no catalogue of shoes needs: countries, cities, peoples, languages, abbreviations.

Countries, languages and the cities of the time zones are the Unicode consortium's; the rest is listed here.
"""

import re
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from editorial.mentions.folding import name_key

PEOPLES = """
african algerian american andalusian argentine argentinian asian australasian australian bavarian belgian bolivian
brazilian british californian canadian caribbean catalan chilean colombian congolese cuban dutch ecuadorian egyptian
english ethiopian eurasian european filipino ghanaian haitian hawaiian indian iranian iraqi irish israeli ivorian
jamaican kenyan korean latin latina latino lebanese londoner malaysian mexican mongolian moroccan nigerian norwegian
pakistani palestinian parisian peruvian roman saudi scandinavian scot scots scottish senegalese sicilian singaporean
south syrian taiwanese texan tunisian tuscan ugandan uruguayan venezuelan victorian western westerner
"""
PLACES = """
Aarhus, Alaska, Alps, America, Antwerp, Arizona, Asia, Atlanta, Atlantic, Austin, Baltimore, Barcelona, Basel,
Bavaria, Beijing, Birmingham, Bologna, Bombay, Bordeaux, Boston, Bristol, Britain, Brittany, Bronx, Brooklyn,
Calabria, California, Cambridge, Cape Town, Charlotte, Chelsea, Cleveland, Cologne, Colorado, Connecticut, Dallas,
Delhi, Dresden, Düsseldorf, East Coast, Edinburgh, England, Europe, Far East, Florence, Florida, Frankfurt, Fukuoka,
Geneva, Georgia, Ghent, Glasgow, Gothenburg, Great Britain, Guangzhou, Hamburg, Hanoi, Harajuku, Harlem, Hawaii,
Hiroshima, Holland, Hollywood, Houston, Illinois, Kobe, Korea, Kyoto, Las Vegas, Leeds, Leipzig, Liverpool, Long
Island, Louisiana, Lyon, Malmö, Manchester, Manhattan, Marseille, Maryland, Massachusetts, Mediterranean, Memphis,
Miami, Michigan, Middle East, Milan, Minneapolis, Minnesota, Montreal, Mumbai, Munich, Nagoya, Naples, Nashville, New
England, New Jersey, New Orleans, New Delhi, New York City, NYC, Newcastle, Nice, North Carolina, North Korea,
Northern Ireland, Nottingham, Oakland, Ohio, Oregon, Osaka, Oxford, Pacific, Palermo, Pennsylvania, Philadelphia,
Pittsburgh, Porto, Portland, Queens, Rio, Rio de Janeiro, Rotterdam, Russia, Sacramento, San Diego, San Francisco,
Sapporo, Scandinavia, Scotland, Seattle, Sendai, Seville, Shenzhen, Shibuya, Sicily, Silicon Valley, Soho, South
Korea, Soviet Union, St. Louis, Stuttgart, Tel Aviv, Texas, Hague, Turin, Turkey, Tuscany, UAE, Utah, Valencia,
Venice, Virginia, Wales, Washington, West Coast, Wisconsin, Yokohama
"""
ABBREVIATIONS = """
ac ad aids ai am api app apr atm bbc bc bmx cad cbs ceo cfo cia cio cmo cmyk cnc cnn co coo cto cv dc dj djs dna dvd eec
eu eur eva fbi fc fifa fm gb gbp gdp gif gmbh gmt gps hd hiv hq hr ibm id inc ioc ip ipo iq ir it jpg jr kg la led llc
ltd ma mba mc mit mls mlb mp mr mrs ms mt mtv mvp nasa nato nba ncaa nfl ngo nhl no ny nyc oem og ok omg pc pdf ph phd
pm pos pr ps pu pvc qr rgb rip sa sms sos sr st suv tba tbd tpu tv uae uefa ugc uk un unesco usa usd us ussr uv uvb vhs
vip vol vr wc wwi wwii www xl xs xxl ii iii iv vi vii viii ix
"""
EVENTS = """
World War, First World War, Second World War, Cold War, World Cup, Olympics, Olympic, Olympian, Olympic Games,
Paralympics, Super Bowl, Fashion Week, Paris Fashion Week, New Year, New Year's Eve, Black Friday, Valentine's Day,
Wall Street, God, Internet, Earth, Renaissance, Bauhaus, Christian, Jewish, Muslim, Buddhist, Zen, Instagram,
Facebook, Twitter, YouTube, TikTok, Wikipedia, Euro, Dollar, Yen
"""
# 'Congo - Kinshasa', 'Myanmar (Burma)', 'Hong Kong SAR China', 'Trinidad & Tobago'.
PARTS = re.compile(r" - | SAR | & |[()]")
NO_CITIES = ("Antarctica/", "Etc/", "Arctic/")


@cache
def public_names() -> frozenset[str]:
    """The names as `name_key` has them, of one word or more."""
    names = [*listed(PLACES), *listed(EVENTS), *PEOPLES.split(), *ABBREVIATIONS.split(), *countries(), *languages()]
    return frozenset(filter(None, map(name_key, [*names, *cities()])))


def listed(names: str) -> list[str]:
    """The names of a list with commas."""
    return [name.strip() for name in names.replace("\n", " ").split(",")]


def countries() -> list[str]:
    """Countries and parts of the world, in English."""
    names = Locale("en").territories.values()
    return [part.strip() for name in names for part in [name, *PARTS.split(name)]]


def languages() -> list[str]:
    """The languages of countries; what stands before those of one country is its people: 'Swiss' French."""
    english = Locale("en")
    official = {code for country in english.territories for code in get_official_languages(str(country), de_facto=True)}
    names = {name for code, name in english.languages.items() if code in official}
    peoples = {name.rpartition(" ")[0] for code, name in english.languages.items() if "_" in code}
    return [*names, *peoples]


def cities() -> list[str]:
    """The cities that time zones are called after."""
    zones = get_global("zone_territories")
    return [
        zone.rpartition("/")[2].replace("_", " ") for zone in zones if "/" in zone and not zone.startswith(NO_CITIES)
    ]
