"""The English words for rises, falls, comparisons and goals, and the patterns in which they stand beside a figure."""

from __future__ import annotations

import re

from customs_kg.builders.english.cued import cued


def _any(words: str) -> str:
    """An alternation of words; an underscore stands for a space."""
    return "|".join(sorted((w.replace("_", " ") for w in words.split()), key=lambda w: (-len(w), w)))


def _first_words(*alternations: str) -> str:
    """The words with which the members of some alternations begin."""
    return " ".join(member.split()[0] for alternation in alternations for member in alternation.split("|"))


UP_VERBS = _any(
    """increase increases increased increasing rise rises rose risen rising grow grows grew grown growing climb
    climbs climbed climbing jump jumps jumped jumping soar soars soared soaring surge surges surged surging gain
    gains gained gaining expand expands expanded expanding improve improves improved improving accelerate
    accelerated accelerating advance advanced raise raises raised raising lift lifts lifted boost boosts boosted
    boosting go_up goes_up went_up gone_up going_up edged_up moved_up ticked_up crept_up shot_up leap leaps
    leapt leaped swell swells swelled swelling balloon ballooned ballooning mushroomed rocketed skyrocketed spiralled
    spiraled rebound rebounded recovered bounced_back picked_up inched_up went_up mounted vaulted snowballed boomed
    strengthened strengthening firmed"""
)
DOWN_VERBS = _any(
    """decrease decreases decreased decreasing decline declines declined declining fall falls fell fallen falling
    drop drops dropped dropping reduce reduces reduced reducing cut cuts cutting shrink shrinks shrank shrunk
    shrinking slide slides slid sliding slip slips slipped slipping contracts contracted contracting lowers
    lowered lowering diminish diminishes diminished diminishing plunge plunges plunged plunging tumble tumbles
    tumbled tumbling ease eases eased easing shorten shortens shortened shortening slump slumps slumped slumping
    dip dips dipped dipping slash slashes slashed slashing trim trims trimmed trimming shed sheds shedding
    weaken weakened weakening narrows narrowed narrowing compress compresses compressed go_down goes_down
    went_down gone_down going_down edged_down moved_down come_down comes_down came_down coming_down brought_down
    bring_down bringing_down dwindle dwindles dwindled dwindling wilt wilted wilting plummet plummeted plummeting
    sink sinks sank sunk sinking ebb ebbed collapse collapsed collapsing crash crashed slackened softened cooled waned
    receded retreated dropped_back fell_back eroded melted dived nosedived cratered tailed_off fell_away thinned
    deteriorated worsened"""
)
# one of them is in whatever a verb of the two kinds is in
MOVE_WORDS = frozenset(_first_words(UP_VERBS, DOWN_VERBS).split())
_UP_NOUNS = _any(
    """increase increment rise growth gain jump surge climb expansion improvement upturn uptick leap hike
    acceleration upswing addition"""
)
_DOWN_NOUNS = _any(
    "decrease decline fall drop reduction cut loss contraction dip slump downturn shortfall decrement slowdown"
)
_BRING = _any(
    """bring brings brought bringing push pushes pushed pushing take takes took taking drive drives drove driving
    force forces forced forcing keep kept"""
)
_BEAT = _any(
    "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing beat beats beating outperformed overshot"
    " overfulfilled over-fulfilled"
    " outstrip outstrips outstripped outpaced bettered overtook"
)
_MISS = _any("miss misses missed missing undershot fell_short_of falling_short_of")
_MORE = _any("more higher greater larger longer faster better above up over")
_LESS = _any("less lower fewer smaller shorter below down under short")
_YEARLY = _any("year-on-year year-over-year annual yearly overall net real further average")
_COMPARED_NOUNS = _any("figure level total number year period average previous last same amount that those one")
_GOALS = _any(
    """goal goals target targets objective objectives quota quotas ceiling ceilings benchmark benchmarks commitment
    commitments budget_figure budgeted_figure budget_revenue budgeted_revenue budgeted_amount"""
)
_YEARS = r"(?:FY ?)?(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?"
_ASKED = _any("required expected asked projected forecast supposed due obliged bound")
_ASKS = _any(
    """require requires required demand demands demanded target targets targeted goal goals threshold asked_for
    asks_for had_been_asked is_asked"""
)
_BESIDE = _any("against versus compared above below over under beyond than before after")
_PHRASAL = (
    "made make makes making take took taken set broke break breaks broken breaking turned turn turns turning pulled "
    "pull pulls pulling picked gave rounded opened signed put shut slowed laid tore handed tracked backed split cut "
    "gathered closed hunted hauled brought held drew wound follow followed"
)
_NO_DIRECTION = "".join(f"(?<!{verb} )" for verb in _PHRASAL.split())
_ADVERBS = r"(?: (?:\w+ly|again|further|year-on-year|year on year|on average|in all|overall|some))*"
_OBJECT = r"(?P<object>(?: (?!by\b)[^\s,;:]+){1,14}?)"
_MOVES = rf"\b(?:(?P<up>{UP_VERBS})|(?P<down>{DOWN_VERBS}))\b"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


# before the figure

NOUN_OF = cued(
    " ".join(f"{noun} {noun}s" for noun in f"{_UP_NOUNS}|{_DOWN_NOUNS}|change|variation".split("|")),
    rf"\b(?:(?P<up>{_UP_NOUNS})|(?P<down>{_DOWN_NOUNS})|change|variation)s?(?: rates?)?"
    r" (?:(?:in|among|on) [^,;:.\d]{3,50} of|of|by|at|standing at|reaching)\s*$",
    re.IGNORECASE,
)
NOUN_BARE = _pattern(
    r"\b(?:(?P<up>growth|increase|rise)|(?P<down>decrease|decline|fall|drop|reduction))(?: rate)?:?\s*$"
)
NOUN_IS = _pattern(
    r"\b(?:(?P<up>growth|increase|rise)|(?P<down>decrease|decline|fall|drop|reduction))"
    r"(?P<of> (?:in|of) (?!the )[a-z][^,;:.\d]{2,50})?,?"
    r" (?:(?:thus|therefore|then|thereby|here|only|so|accordingly) )*"
    r"(?:is|was|being|amount(?:s|ed|ing) to|came to|comes to|works out at|worked out at|equals|equalled|totall?ed"
    r"|stood at|stands at|makes|made|reached|would be)"
    r"(?: (?:thus|therefore|then|only|some|about|just|almost|nearly|exactly))*\s*$"
)
VERB_BY = _pattern(_MOVES, _ADVERBS, r"(?: by)?\s*$")
VERB_OBJECT_BY = _pattern(_MOVES, _OBJECT, _ADVERBS, r" by\s*$")
BRING_BY = _pattern(rf"\b(?:{_BRING})", _OBJECT, r" (?:(?P<up>up)|(?P<down>down)) by\s*$")
AGAINST_BY = _pattern(rf"\b(?:(?P<up>{_BEAT})|(?P<down>{_MISS}))\b(?:[^;:]{{1,70}})? by\s*$")
DIRECTION_WORDS = frozenset("up down higher lower".split())  # one of which the next pattern needs
DIRECTION = _pattern(
    rf"(?:^|[\s(,]){_NO_DIRECTION}(?P<word>up|down|higher|lower)(?: (?:by|some|slightly|sharply))*\s*$"
)
TO = _pattern(r"\b(?:to|at|reaching|reached|stood at|totall?ing)\s*$")
FROM = _pattern(r"\bfrom(?: an? (?:average|mean|high|low|peak|total) of)?\s*$")
CHANGED_FROM = _pattern(
    rf"\b(?:up|down|{UP_VERBS}|{DOWN_VERBS})\b(?:[^;.]|\.(?=\d)){{0,40}} from"
    r"(?: an? (?:average|mean|high|low|peak|total) of)?\s*$"
)
MOVED = _pattern(rf"\b(?:{UP_VERBS}|{DOWN_VERBS})\b")
BETWEEN = _pattern(r"\b(?:between|from|in the range of)\s*$")
SIGN_BEFORE = _pattern(r"(?:^|[\s(])[-+\u2212]\s?$")
AVERAGE = _pattern(r"\b(?:average|averages|averaged|averaging|mean|median)\b(?: \w+){0,6}:?\s*$")
GOAL_BEFORE = cued(
    _first_words(_GOALS, _ASKED) + " plan planned budget forecast forecasted estimate estimates standard norm set "
    "fixed pegged targeted budgeted capped aim aims aimed aiming projected intended envisaged short",
    rf"\b(?:{_GOALS})\b(?: (?:(?!\d)\w+|(?:19|20)\d\d\b)){{0,5}}$"
    rf"|\b(?:{_GOALS}|planned)(?: (?:for |in )?{_YEARS})?:$"
    rf"|(?:^|[|;.] )(?:{_GOALS}) (?:for|of|in|on) [^:;|.\d]{{2,60}}:$"
    rf"|[(;,] ?(?:{_GOALS}|plan|planned|budget|forecast|estimate)(?: (?:for |in )?{_YEARS})?:?$"
    r"|\b(?:against|to|within|below) (?:a|the|its|our) (?:\w+ ){0,2}(?:standard|norm) of$"
    r"|\b(?:revised|budget|original|annual) estimates? of(?: the)?$"
    r"|\b(?:exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|over|above|below|beyond|short of) (?:the|its|our)"
    r" (?:\w+ )?budget of$"
    r"|\b(?:had|has|have) set (?:itself|themselves)\b[^,;.]{0,20}$"
    r"|\b(?:fixed|pegged|targeted|budgeted|set|capped) at$|\baim(?:s|ed|ing)? (?:at|for)$"
    r"|\b(?:planned|budgeted|targeted|projected|forecasted|intended|envisaged)$|\bshort of (?:the|its|our|their)$"
    rf"|\b(?:{_ASKED}) to (?:be|reach|exceed|meet|total|attain|collect|find)$",
    re.IGNORECASE,
)
BIG_MOVE = _pattern("(?:fell|fall|rose|grew|climb|jump|drop|declin|slip|slid)")

# after the figure

NOUN_AFTER = _pattern(rf"^(?: of)? (?:(?:{_YEARLY}) )*(?:(?P<up>{_UP_NOUNS})|(?P<down>{_DOWN_NOUNS}))\b(?: rates?)?")
MORE_AFTER = _pattern(
    rf"^(?!, short of)(?: \([^()]{{1,24}}\))?,? (?:or [^,;]{{1,24}},? )?"
    rf"(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b(?P<rest>[^.;]{{0,80}})"
)
COMPARED = _pattern(
    r"^ (?:than|on|from|over|compared|of what|of the|of its|of that",
    rf"|(?:the |that |its |their )?(?:\w+ ){{0,3}}(?:{_COMPARED_NOUNS})|(?:in )?(?:the )?{_YEARS}\b(?! ?[-\u2013]))",
)
COUNTED_THAN = _pattern(r"^ (?!than)[a-z][^,;:.()\d]{2,60} than (?:in|the|a year|last|at|we|had|during|by|on|for)\b")
THAN_PLANNED = _pattern(
    rf"^(?: (?:the|its|our|their|an?))? (?:\w+ ){{0,2}}(?:{_GOALS}|plan|planned|budget|budgeted|estimate|forecast)\b"
    r"(?! (?:periods?|headings?|lines?|items?|years?))"
)
STANDS = _pattern(r"\b(?:was|were|is|are|came in|came out|finished|ended(?: up)?|closed|remained|stood|still)\s*$")
OVER_TIME = _pattern(r"^ (?:the (?:last|past|next) )?(?:\w+ ){0,2}(?:years|months|weeks|decades?)\b")
TO_FIGURE = _pattern(r"^[^,;.]{0,70}? to (?:\w+ ){0,3}[^\s\w]{0,2}\d")
TIMES_THAT = _pattern("^ (?:that|those|the|as|its|their|what|higher|more|greater|larger|over|above|faster|compared)\\b")
GOAL_AFTER = _pattern(
    rf"^ (?:(?:that|which) )?(?:(?:the|its|our) )?(?:(?!(?:{_BESIDE}|{_BEAT}|{_MISS})\b)\w+ ){{0,2}}(?:{_ASKS})\b",
    r"|^ (?:that|which) (?:the |its |our )?(?:\w+ ){1,5}(?:asked|required|expected|demanded|projected) (?:of|from)\b",
    r"|^ (?:that (?:was|were|had been) )?(?:written|laid down|planned|budgeted|envisaged|projected|forecast)"
    r" (?:into|in|by|for|as)\b",
    r"|^ (?:(?:(?:entered|set|foreseen|provided|fixed)(?: for)? )(?:in|into|by)|in|by) (?:the|its|our) (?:annual )?"
    r"(?:budget|plan)\b",
)
IN_OF_AFTER = _pattern(r"^(?: and [^,;]{0,14})? (?:in|of) (?!(?:the )?(?:19|20)\d\d|FY|respectively)")
YEARLY_AFTER = _pattern(r"^,? (?:year[- ]on[- ]year|y-?o-?y)\b")

# on either side

YEAR_ON_YEAR = _pattern(
    r"\b(?:year[- ](?:on|over)[- ]year|y-?o-?y|annual (?:growth|increase|rise|decline|decrease|change))\b"
)
