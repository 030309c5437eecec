"""Everyday words of English, which are names somewhere: of a brand, a shop, a shoe."""

# Words that begin sentences, where they have a capital and name nothing.
OPENING = """
a about above across after again against ago all almost alone along already also although always among an and
another any anybody anyone anything are around as ask at away back be because become been before began begin
behind being below beneath beside best better between beyond both but by called came can come could despite did do
does done down during each early either else end enough equal even ever every everyone everything except far few
find first five for four from full further give go good great had half has have he hence her here high him himself
his how however hundred i if in indeed inside instead into is it its itself just keep know large last late later
least left less let like little long look made make many may maybe me mean meanwhile might more most mostly much
must my near neither never new next nine no nobody none nor not nothing now of off often oh old on once one only
or other others otherwise our out outside over own part perhaps plus put quite rather second see seen seldom set
seven several she should show simple since six small so some somebody someone something soon still stop such sure
ten than that the their them then there these they things think third this those though three through throughout
till to today together tomorrow tonight too took top toward true try twelve twice two under unless until up upon
us use used usually very was we well went were what whatever when whenever where whether which while who whoever
whole whom whose why will with within without yes yesterday yet you your zero
"""

# These too are names only where they have their capitals.
COMMON = """
action air angle archive art atlas bait balance band base beams big black blue book bottom box boy brand brands
bright brown candy case change child city classic clean close cloud club coast collection colour common complex
concepts cool country court cream creek custom dark dawn day decades deep dream drop dunk dust earth east easy
edge editions element era essentials evidence extra eye fact family fashion fast field figure final fire flight
flow fly force forever form forum found free fresh friends front future gallery game garden gave general girl
glory gold green grey ground group grown hand hands hard head heat heel hero history home hope hour house human
icon idea image interval invincible iron island japan journal key kids kind king knew labour lace layer leather
led legacy liberty life light line list live lo local lost love low luck magazine main man mark market master
match material men mesh mid mind minute mirror model modern moment monument moon mountain move museum music name
natural nature navy news night north ocean odd office open orange order original pace pack page palace pale paper
people person photo pink place plain point power present press price proper public pump pure question quick race
rain real red release rest retro return right rise river road rock room round run runner running salon same sand
saw school sea season series shadow shape shop short side sign signal silver size sky slam snow society soft sole
solo south space speed spirit sport spring stand star start stash state steel stone store story street strike
studio style suede summer sun super superior supply supreme swift system table tail take tech terra thing thousand
thunder tiger time times tongue track trail trainer trial ultra undefeated union unique united universal
university upper vans view vintage vision void volt walk wall want war water wave way week west white wide wild
wind winter wolf woman women wonder wood word words work world would yard year years yellow young zoom
"""

# Capitalised in English, and no entry of a catalogue of shoes.
CALENDAR = """
april august christmas december easter february friday january july june march may monday november october saturday
september sunday thursday tuesday wednesday
"""

OPENERS = frozenset(OPENING.split())
COMMON_WORDS = OPENERS | frozenset(COMMON.split())
CALENDAR_WORDS = frozenset(CALENDAR.split())
