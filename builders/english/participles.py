"""Past participles, and the verbs behind nouns of action, for the labels of indicators."""

from __future__ import annotations

from customs_kg.builders.english.words import noun_lemma, verb_lemma


def _pairs(words: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in words.split())


_IRREGULAR = _pairs(
    """
    take:taken give:given hold:held find:found put:put cut:cut bring:brought make:made see:seen read:read
    let:let catch:caught build:built pay:paid send:sent lend:lent spend:spent sell:sold buy:bought win:won write:written
    draw:drawn withdraw:withdrawn keep:kept lead:led meet:met set:set run:run lay:laid lose:lost teach:taught
    undertake:undertaken break:broken know:known grow:grown fall:fallen rise:risen come:come go:gone begin:begun
    choose:chosen drive:driven forgo:forgone overcome:overcome shut:shut leave:left hear:heard freeze:frozen
    hit:hit strike:struck do:done say:said tell:told show:shown get:got
    fly:flown cost:cost stand:stood hide:hidden steal:stolen shake:shaken bear:borne swear:sworn sink:sunk
    speak:spoken throw:thrown seek:sought think:thought fight:fought feed:fed lie:lain split:split spread:spread
    uphold:upheld withhold:withheld overtake:overtaken foresee:foreseen mislead:misled rebuild:rebuilt
    undergo:undergone withstand:withstood sweep:swept lift:lifted weave:woven tear:torn sew:sewn
    ride:ridden bind:bound grind:ground wind:wound shrink:shrunk become:become
    """
)
_DOUBLING = frozenset(
    "stop ban submit permit transfer refer occur equip plan drop ship scan flag tag log trap plug map "
    "admit commit control span".split()
)
_OF_NOUN = _pairs(
    """
    detention:detained seizure:seized arrest:arrested release:released inspection:inspected collection:collected
    investigation:investigated recovery:recovered signing:signed signature:signed prosecution:prosecuted
    conviction:convicted interception:intercepted confiscation:confiscated destruction:destroyed
    suspension:suspended issuance:issued issue:issued examination:examined recruitment:recruited
    appointment:appointed opening:opened closure:closed training:trained registration:registered
    approval:approved cancellation:cancelled certification:certified accreditation:accredited refund:refunded
    payment:paid export:exported import:imported handling:handled processing:processed clearance:cleared
    discovery:discovered completion:completed removal:removed arrival:arrived departure:departed
    delivery:delivered deployment:deployed purchase:purchased conclusion:concluded establishment:established
    launch:launched repatriation:repatriated rescue:rescued revocation:revoked exemption:exempted waiver:waived
    reduction:reduced
    """
)


def past_participle(form: str) -> str:
    """The past participle of the verb that a form belongs to.

    >>> past_participle("detaining"), past_participle("took"), past_participle("applies")
    ('detained', 'taken', 'applied')
    """
    lower = form.lower()
    lemma = verb_lemma(lower)
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lower.endswith("ed"):
        return lower
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and len(lemma) > 2 and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + lemma[-1] + "ed" if lemma in _DOUBLING else lemma + "ed"


def done_to(noun: str) -> str:
    """The participle behind a noun of action ("detention": "detained"), or nothing."""
    return _OF_NOUN.get(noun_lemma(noun), "")
