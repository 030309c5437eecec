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

# Less common, and names of brands, shops and shoes: 'we converse', 'kith and kin'.
NAMESAKES = """
aim alpha ambush answer arc arena arrow asylum aura avenue awake bandit basics battle beast beyond blade blaze
blazer boost boots bounce bow bravado bridge brook brooks campus canyon captain carbon casual cavalry century champion
charge chase chief cloak cloudy code cohesion column combat commando commonwealth compass concept concord converge
converse core cortex cosmic cosmos crater craft crafts creed crest crew crown cruise crystal cushion daily dash
dignity domain eclipse edit elite embassy empire enclave endorphin endless engineered enigma epic equality escape
everyday evolve excel exhibit expo express extreme falcon fastback feature ferry fiction flex flux focus force forge
fortune foundation fusion gazelle general genesis ghost glide grid guide gum gusto handball harbour haven hawk
hurricane hustle hype impact index infinity instinct institution iris jazz jet jolly juice jumbo kinetic kings kith
kookaburra lanes launch league legend levels limited link lobster locker lunar lux mach magic magnum major mandarin
marathon marathons mariner mars marvel marvels medal mercury meridian meteor metro mint mission momentum montage motion
nomad noise nova oasis odyssey offspring omega omni orbit origin outlaw oxford packer panda panther paradise parade
patrol peak peg pegasus pharaoh phantom pioneer pilot plaza polar polo pony power precise premier premium presto prime
prodigy prologue propel prophecy puma pumas pursuit racer radar raid rally ranger rapid raptor rebel reaction rebound
relay reign renew response ribbon riot rival rocket rogue rookie rover rush saga saint salmon samba sanctuary scout
select seeker sense sentinel shift shot signature skate sonic spark spectra spectrum spezial spike spire
squad stadium stan stance starter stature stealth stinger storm stride study sun superstar surge swing switch tactic
tailwind talon temple tempo tennis theory titan tonic torch torsion tournament tracker traction tribe triumph trophy
truth tundra turbo twin typhoon union unity vapor vault vector velocity venture vibe victory vista vogue
voyage voyager waffle wally wander warrior wildcat wings wizard wonderland yard zenith zephyr
"""

# Capitalised in English, and no entry of a catalogue of shoes.
CALENDAR = """
april august christmas december easter february friday january july june march may monday november october saturday
september sunday thursday tuesday wednesday
"""

# After these a noun has ended: 'the upper is', and not 'the upper lip'.
AFTER_NOUN = """
a also an and are as at be because before but by can comes could did does for from gets gives goes had has have he if
in into is it its looks made makes may might must of off on or over she should so than that the their then they this to
under was we were when where which while who will with without would
"""

OPENERS = frozenset(OPENING.split())
COMMON_WORDS = OPENERS | frozenset(COMMON.split())
ORDINARY_WORDS = COMMON_WORDS | frozenset(NAMESAKES.split())
CALENDAR_WORDS = frozenset(CALENDAR.split())
AFTER_A_NOUN = frozenset(AFTER_NOUN.split())
