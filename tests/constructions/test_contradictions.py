"""What two places of a report can say differently, in many wordings, and pairs that only look like it."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import DiscrepancyType

HEAD = "NORLAND CUSTOMS SERVICE\nAnnual Report 2018\n\n1. Results\n\n"
HARD = (DiscrepancyType.CONFLICT, DiscrepancyType.SUM_MISMATCH)


def contradictions(text: str) -> list[str]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "norland.txt")
    return [d.comment for d in facts.discrepancies if d.type in HARD]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 412 parcels, 200 came by air, 150 by sea and 72 by road.",
        "Of the 27.2 million travellers, 16.1 million came by land, 10.8 million by air, and 1.3 million by sea.",
        "Of 87 applications, 52 were granted, 30 refused and 15 are pending.",
        "Altogether 412 people were arrested, 300 men and 122 women.",
        "During the year 412 cars were stopped, 200 at Nelby, 150 at Torvik and 72 at Holm.",
        "120 of the 100 applicants were accepted.",
        "Of the 412 letters opened, 430 were found to hold money.",
        "Of the 412 letters opened, 430 held money.",
        "Finds of ivory came to 431, of which 248 were made at airports, 121 in parcels and 52 on trains.",
        "We tried 756 suits worth $67 million: 741 over trademarks, six over patents and four upon copyright.",
        "The Service has 13,912 hands. Of these, 9,108 are uniformed officers and 4,704 civilian staff.",
        "Suits numbered 1,164:\n\n- theft 702\n- fraud 341\n- arson 131",
        "Tolls of $940 million, of which:\n\n- piers $500 million\n- locks $300 million\n- fairways $120 million",
        "Receipts: tolls $500 million, dues $300 million and fees $120 million; total $940 million.",
        "Exports came to $63.7 billion and imports to $66.3 billion. The trade deficit thus amounted to $3.6 billion.",
        "Exports of $90 billion and imports of $71 billion made a surplus of $16 billion.",
        "Total revenue was $155 million. Duties brought in $80 million, excise $50 million and fees the remaining "
        "$35 million.",
    ],
)
def test_parts_that_exceed_or_just_miss_their_whole(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Air freight made up 45 percent, sea freight 40 percent and road freight 25 percent of the total.",
        "Of all entries, 62 percent went through the green lane, 28 percent through the yellow and 20 percent "
        "through the red lane.",
        "Of all letters 50 percent came from Karelland, 40 percent from Osland and 20 percent from Tarland.",
    ],
)
def test_shares_of_one_whole_beyond_a_hundred(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We burnt 41,800 tons of waste; the year before it had been 34,200 tons, so that the increase amounts to 32%.",
        "We burnt 41,800 tons of waste. In 2017 it was 34,200 tons. This is an increase of 32.2%.",
        "Finds of ivory more than doubled, from 412 kg to 712 kg.",
        "The stay in port was cut by 8 hours, from 22 hours to 16 hours.",
        "We collected $39.4 million, $33.1 million of it in tolls, a growth of 4.7 percent over the $30.3 million in "
        "tolls taken in 2017.",
        "Khat came to 1,212 kg, against 404 kg in 2017, so that the quantity doubled.",
        "At 8.13 million, ballots were 4.2 per cent above the 7.42 million of 2017.",
        "We missed the target of $430 million by $12 million, collecting $408 million.",
        "Arrests went up from 120 to 150, or by 35 percent.",
        "Tolls came to $33.1 million, against $30.3 million in 2017. The growth was 4.7 percent.",
        "The sums at issue were $7.86 million, down by 23.4 percent from $11.62 million in 2017.",
        "Net revenue was $52 million, made up of $10 million of tolls and $42 million of dues. In 2017 $47 million had "
        "been collected; the increase is thus $9 million.",
    ],
)
def test_changes_that_two_levels_do_not_bear_out(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of the 412 parcels, 200 came by air and 150 by sea.",
        "Of the 412 parcels, 200 held tobacco, 150 held watches and 82 held both.",
        "In May 35 delegates of 161 offices met; 161 offices of 35 countries sent delegates.",
        "Of imports 62 percent came by sea and of exports 58 percent went by sea.",
        "The share of women among staff is 41 percent; among managers it is 45 percent and among recruits 52 percent.",
        "Of all officers, 62 percent speak English, 48 percent French and 30 percent German.",
        "Finds almost doubled, from 412 to 810.",
        "With 87 new members, membership grew from 335 to 412.",
        "Guests were 61 million, of whom 51 million flew, 54.5 percent fewer than the 120 million guests of 2017.",
        "Of 431 finds of ivory 248 were made at airports and 121 in parcels.",
        "Suits numbered 1,164, among them:\n\n- theft 702\n- fraud 341\n- arson 131",
        "Suits numbered 1,174:\n\n- theft 702\n- fraud 341\n- arson 131",
        "Suits numbered 1,664:\n\n- theft 702\n- fraud 341",
        "Exports came to $63.7 billion and imports to $66.3 billion. The trade deficit thus amounted to $2.6 billion.",
        "Exports to Osland were $9 billion, imports $7 billion; the surplus with all partners was $16 billion.",
        "Osland (28.1% of exports) was the main buyer.\n\n2. Drawback\n\nDrawback covered 21.8% of exports.",
        "The pier has 39 locations.\n\n2. Overview\n\nIn all, 34 lost boats were located.",
        "Finds of 2018, with those of the previous year in brackets, were:\n\n- ivory: 10,824 finds (9,905)"
        "\n- silk: 12 (14)\n\n2. Annex\n\nIvory finds 10,824.",
        "Gross, $4.12 million was collected.\n\n2. Tolls\n\nNet of refunds, $4.01 million was collected.",
        "The firms of the Key Club numbered 829.\n\n2. Overview\n\nThe 845 firms that applied for the Key Club waited.",
        "Fakes were held on 4,112 occasions.\n\n2. Overview\n\nFakes were destroyed on 4,002 occasions.",
        "Dues collected were $48.2 million.\n\nTarget for dues: $50 million",
        "Of the 412 cars stopped, 200 came by sea, 150 at night and 90 from abroad.",
        "We burnt 41,800 tons of waste. In 2017 it was 34,200 tons. This is an increase of 22.2%.",
    ],
)
def test_what_only_looks_like_a_contradiction(text: str) -> None:
    assert contradictions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The accord covers 21 countries.\n\n2. Abroad\n\nThe accord covers 22 countries.",
        "Bonded parks numbered 156.\n\nThe year in brief\n\nStaff 2,300; bonded parks 155; ports 31",
        "Norland Customs operates 27 patrol boats.\n\n2. At sea\n\nThe fleet of 29 patrol boats was at sea each day.",
        "Tolls of 2017 were $78.8 million.\n\n2. Notes\n\nThe 2017 edition gave $74.4 million for the tolls of 2017.",
        "Eighteen states have signed the Compact.\n\n2. Annex\n\nSignatories of the Compact: 19",
        "Finds of khat rose 82% to 57.9 tons, of which Oslo and Bergen made 27.1 and 15.2 tons, respectively."
        "\n\n2. Annex\n\nKhat found: 57.2 tons, according to the Ministry of Justice.",
        "Tolls of 2017 were $43.5 billion.\n\n2. Notes\n\nTolls for 2017 appear as $43.1 billion in the Port Yearbook.",
        "The goods seized had a retail price of $1.41 billion.\n\n2. Summary\n\nSuggested retail price: $1.35 billion.",
        "Sixteen outposts are at work.\n\nKey numbers\n\n- 15 outposts",
    ],
)
def test_things_counted_to_the_last_one_differ_by_one(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of 420 visits, 105 (35%) found faults.",
        "Of the 1,200 barges stopped, 480, or 60 percent, carried sand.",
        "In 2018, 312 of the 1,040 requests (40 percent) were refused.",
        "Some 25 percent, or 318, of the 1,012 bottles were empty.",
        "Women hold 412 of 1,030 seats, 45 percent.",
        "The 40 new cranes cost $2 million each, $120 million in all.",
        "The 200 tickets came to $1 million in all, an average of $9,000 each.",
    ],
)
def test_shares_and_averages_that_their_numbers_do_not_bear_out(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of 420 visits, 105 (25%) found faults.",
        "About 30 percent, or 318, of the 1,012 bottles were empty.",
        "Of the 1,012 bottles, 318 were of glass, 45 percent of them from abroad.",
        "Of 600 visits, 200 were made by night, or 45 percent of those at sea.",
        "The 40 new cranes cost some $2 million each, $81.4 million in all.",
        "Of the 1,240 bottles, 300 (up 12 percent) were empty.",
    ],
)
def test_shares_and_averages_that_their_numbers_allow(text: str) -> None:
    assert contradictions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We are 2,418 officers and other workers.\n\n2. Us\n\nThe staff numbered 2,481.",
        "Norland Customs is an employer of 1,268 men and women.\n\n2. Us\n\nPersonnel: 1,286",
        "The payroll counted 5,280 heads.\n\n2. Us\n\nIn all 5,310 people worked for the Service.",
        "The Sund Seaports employed 1,412 people.\n\n2. Us\n\nSund Seaports, whose staff stood at 1,388, grew.",
        "We had 1,447 full-time equivalents.\n\n2. Us\n\nThe staff, in full-time equivalents, amounted to 1,502.",
    ],
)
def test_staff_by_whatever_word(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The toll take fell from $410 million in 2017 to $430 million.",
        "Complaints climbed to 390 from 412 the year before.",
        "The backlog stood at 1,310 files, down from 1,240.",
        "Sund was the busiest pier (41,000 crates), followed by Holm (43,000 crates).",
    ],
)
def test_figures_that_belie_the_order_in_which_words_put_them(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The average wait improved from 6 minutes to 8 points.",
        "The backlog stood at 1,240 files, down from 1,310.",
        "The deficit fell by $20 million from 2017, to $410 million.",
        "Sund was the leading pier by value, with 61,000 crates, followed by Holm with 72,000.",
        "Growth slowed from 5 percent to 3 percent.",
    ],
)
def test_figures_in_the_order_of_their_words(text: str) -> None:
    assert contradictions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two of the six kennels were rebuilt: Sund, Holm and Vik.",
        "The Panel has five members: the Harbourmaster, the Surveyor, the Bursar and the Almoner.",
        "The compact was signed by three states (Osland, Karelland, Tarland and Veridia).",
    ],
)
def test_lists_that_name_more_or_fewer_than_are_counted(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Three of the six kennels were rebuilt: Sund, Holm and Vik.",
        "The compact was signed by nine states, among them Osland, Karelland, Tarland and Veridia.",
        "The Panel has five members: three from Osland, Karelland and Tarland.",
        "Four kennels for nine dogs were built in three towns: Sund, Holm and Vik.",
    ],
)
def test_lists_that_may_be_right(text: str) -> None:
    assert contradictions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line carried 3.6 million guests, an average of 20,000 a day.",
        "Wages averaged $20 million a month, or $300 million for the year.",
        "Income was $500 million, of which tolls accounted for $300 million, or 50 percent.",
        "Tolls of $300 million made up 50 percent of the total income of $500 million.",
        "Of 1,200 crates opened 300 held rum, a strike rate of 20 percent.",
        "We had 640 pleas; 300 were upheld, 310 dismissed and 50 are open.",
        "The North took $20 million, the South $30 million and the East $15 million; together they took $75 million.",
        "Of 310 recruits, 120 passed and 200 failed.",
    ],
)
def test_rates_and_sums_that_their_numbers_do_not_bear_out(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line carried 3.6 million guests, that is some 14,000 a day.",
        "The ferry line carried 3.6 million guests, 20,000 a day in July.",
        "Tolls of $300 million made up 60 percent of the total income of $500 million.",
        "Income was $500 million, of which tolls brought $300 million, 12 percent more than in 2017.",
        "Of 1,200 crates opened 300 held rum, a growth rate of 20 percent.",
        "The North took $20 million, the South $30 million and the East $15 million; all five took $90 million.",
    ],
)
def test_rates_and_sums_that_may_be_right(text: str) -> None:
    assert contradictions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The kennels tested 12,400 swabs.\n\n2. Us\n\nIn total 12,900 swabs were tested in the kennels.",
        "Guards made 612 arrests.\n\n2. Us\n\nA total of 631 persons were arrested.",
        "The Ferry Desk links 23 piers.\n\n2. Us\n\nThe Ferry Desk, which connects 26 piers, went live.",
        "Outlays came to $318 million.\n\n2. Us\n\nSpending totalled $331 million.",
        "Tolls grew 7.7 percent.\n\n2. Us\n\nThe growth of tolls was 7.1 percent.",
        "Of all pleas, 96 percent were filed electronically.\n\n2. Us\n\nThe share of electronic pleas is 94 percent.",
        "We own 18 mules.\n\n2. Us\n\nThe stable register lists 16 mules.",
        "Operation Tern led to 42 arrests.\n\n2. Us\n\nIn Operation Tern 46 people were arrested.",
        "We held 412 finds of rum.\n\n2. Us\n\nThe Harbour Gazette of May 2019 puts the finds of rum at 398.",
        # other nouns for one thing
        "Fake watches seized came to 61,400.\n\n2. Us\n\nGuards took 62,900 counterfeit watches off the market.",
        "We have 34 guard posts.\n\n2. Us\n\nThe Fair Duty Book lists 36 guard checkpoints.",
        "Some 4.12 million express packets were opened.\n\n2. Us\n\nExpress consignments examined: 4.31 million",
        "The Service has 24 coastal cutters.\n\n2. Us\n\nTwenty-six coastal vessels are in use.",
        "Tea entries processed: 51,400\n\n2. Us\n\nWe handled 53,200 tea declarations.",
        "Revenue from tolls was $412 million.\n\n2. Us\n\nTolls brought in $421 million.",
        "Detentions of goods infringing patents rose to 871.\n\n2. Us\n\nDetentions for infringing patents: 886",
        # other verbs for one act
        "In all, 3,140 tea permits were issued.\n\n2. Us\n\nTea permits granted: 3,290",
        "The Tea Desk reviewed 418,000 letters.\n\n2. Us\n\nThe letters analysed by the Tea Desk numbered 436,000.",
        "The tea school offers 84 courses.\n\n2. Us\n\nCourses at the tea school: 88",
        "The kennels tested 12,400 swabs.\n\n2. Us\n\nIn all, 12,900 swabs were analysed in the kennels.",
        "Some 812 brokers took part in the fairs.\n\n2. Us\n\nThe fairs were attended by 836 brokers.",
        "Guards caught 4,120 stowaways.\n\n2. Us\n\nIllegal stowaways apprehended: 4,310",
    ],
)
def test_one_thing_told_twice_in_other_words(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We seized 412 kg of rum.\n\n2. Us\n\nThe coast guard seized 381 kg of rum.",
        "Under phase I 412 guards were trained.\n\n2. Us\n\nUnder phase II 431 guards were trained.",
        "Guards searched 412 crates by hand.\n\n2. Us\n\nGuards searched 398 crates by X-ray.",
        "Permits applied for: 412\nPermits approved: 398",
        "The task set by the ministry was $95 million.\n\n2. Us\n\nTolls came to $97 million.",
        "Net tolls were $159 million, $71 million (81 per cent) more than in 2017.",
        # the same digits, but another thing with the same verb or the same noun
        "Mules searched: 12,400\n\n2. Us\n\nWagons searched: 14,200",
        "Dues on tea were $412 million.\n\n2. Us\n\nDues on salt were $421 million.",
        "Express sacks cleared: 12.4 million\n\n2. Us\n\nPostal sacks cleared: 14.2 million",
        "Arriving pilgrims were 12.4 million.\n\n2. Us\n\nDeparting pilgrims were 14.2 million.",
        "Sales to Karelland were $412 million.\n\n2. Us\n\nSales to Osland were $421 million.",
        # customs and all that a revenue authority brings in
        "The Service brought in $803 million, which is 12 percent more than in 2017.\n\n2. Us\n\nTable 1. Receipts\n\n"
        "| Head ($ million) | 2018 | 2017 |\n|---|---|---|\n| Customs taxes | 343 | 311 |\n| Income tax | 460 | 406 |",
        # what came in and what came of it
        "Pleas received: 318\n\n2. Us\n\nPleas granted: 281",
        "Inquiries opened: 412\n\n2. Us\n\nInquiries completed: 398",
        "Rugs detained: 3,618\n\n2. Us\n\nRugs forfeited: 3,681",
        # another force, another length of time
        "Border police arrested 614 smugglers.\n\n2. Us\n\nCustoms arrested 621 smugglers.",
        "Over the past five years 412 mules were bought.\n\n2. Us\n\nIn 2018, 423 mules were bought.",
        "Tolls grew by 14 percent in real terms.\n\n2. Us\n\nTolls were $812 million, against $742 million in 2017.",
        "Rum seizures grew by 12 percent.\n\n2. Us\n\nWe seized 412 litres of rum, against 318 litres in 2017.",
        # a year at the head of the one column
        "We seized 940 kg of teas.\n\nTable 1. Teas seized (kg)\n\n| Tea | 2018 |\n|---|---|\n| Green | 410 |\n"
        "| Black | 530 |",
    ],
)
def test_two_things_told_in_like_words(text: str) -> None:
    assert contradictions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # a share beside its part and whole
        "We opened 12,400 of the 310,000 sacks that came.\n\n2. Us\n\nWe opened 6 percent of sacks that came.",
        "Of our 4,120 officers, 1,480 are women.\n\n2. Us\n\nWomen make up 41 percent of our staff.",
        "The Service let 312 of its 390 sheds.\n\n2. Us\n\nWe let 86 percent of our sheds.",
        "Of the 620 pleas heard, 527 were granted.\n\n2. Us\n\nWe granted 92 percent of pleas.",
        # an average beside the total of the year
        "A monthly average of 1,200 sacks were checked.\n\n2. Us\n\nIn 2018, 17,600 sacks were checked.",
        "Tolls averaged $40 million a month.\n\n2. Us\n\nTolls for the year were $560 million.",
        "We answer an average of 300 letters a day.\n\n2. Us\n\nWe answered 145,000 letters in the year.",
        # a change beside its levels, the thing in other words
        "Pilgrim numbers fell by 8 percent.\n\n2. Us\n\nPilgrims numbered 31.4 million in 2018 and 37.2 million "
        "in 2017.",
        "Camel traffic rose 7 percent.\n\n2. Us\n\nCamels: 498,000 (2017: 412,000)",
        "Of 4,120 swabs tested, 412 were bad.\n\n2. Us\n\nThe share of bad swabs among swabs tested was 14 percent.",
        # both sides of trade
        "Exports were $38.4 billion and imports $48.6 billion.\n\n2. Us\n\nThe trade deficit was $12.2 billion.",
    ],
)
def test_numbers_told_at_another_place(text: str) -> None:
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We opened 12,400 of the 310,000 sacks that came.\n\n2. Us\n\nWe opened 6 percent of salt sacks.",
        "Of our 4,120 officers, 1,480 are women.\n\n2. Us\n\nWomen make up 41 percent of our managers.",
        "Of our 4,120 officers, 1,480 are women.\n\n2. Us\n\nWomen make up 36 percent of our staff.",
        "Of the 620 pleas, 527 were heard within 30 days.\n\n2. Us\n\nWe heard 92 percent of pleas within 90 days.",
        "A monthly average of 1,200 sacks were opened.\n\n2. Us\n\nIn 2018, 14,400 sacks were opened.",
        "The value of tea sold rose 12 percent.\n\n2. Us\n\nTea sold: 41.2 million tonnes (2017: 38.4 million tonnes)",
        "Of 4,120 swabs, 412 were bad.\n\n2. Us\n\nThe share of bad swabs in Osland was 14 percent.",
        "On the busiest day we opened 24,000 sacks.\n\n2. Us\n\nWe opened 3.65 million sacks.",
        "Exports were $38.4 billion and imports $48.6 billion.\n\n2. Us\n\nThe trade deficit with Osland was "
        "$12.2 billion.",
    ],
)
def test_numbers_told_at_another_place_that_may_be_right(text: str) -> None:
    assert contradictions(text) == []
