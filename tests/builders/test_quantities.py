"""The grammar of quantities, on phrases in the styles of many reports."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_kg.builders.quantities.currencies import currency_context
from customs_kg.builders.quantities.quantities import NumeralReason, Quantity, read_amounts
from customs_kg.builders.times.periods import PeriodContext, find_periods
from customs_kg.builders.times.reporting import UNDATED
from customs_kg.graph.model import Qualifier

# phrase, and its figures as "value unit form [qualifier] [..end of the range]"
FIGURES = [
    ("Revenue reached KES 1.2 trillion, up 7.4 per cent.", "1200000000000 kes money; 7.4 PERCENT percent"),
    ("Officers seized 3,450 kg of khat and 1,208 litres of spirits.", "3450 KiloGM measure; 1208 L measure"),
    ("Some 2000 officers were trained in the year.", "2000 NUM count around"),
    ("A total of 1987 declarations were amended.", "1987 NUM count"),
    ("In 2019 cases rose to 1,987.", "1987 NUM count"),
    ("Staff numbered 2,015 in 2014.", "2015 NUM count"),
    ("The service employs 1950 people at 27 border posts.", "1950 NUM count; 27 NUM count"),
    ("It exercises authority over 37 offices and presides over 4 boards.", "37 NUM count; 4 NUM count"),
    ("Guards handed over 42 tonnes of rice.", "42 TONNE measure"),
    ("They seized over 42 tonnes of rice and made over 300 trips.", "42 TONNE measure over; 300 NUM count over"),
    (
        "Receipts of Rs 1.45 lakh crore exceeded the target by Rs 12,300 crore.",
        "1450000000000 inr money; 123000000000 inr money",
    ),
    ("Collections came to US$4.56bn against a target of US$4.2bn.", "4560000000 usd money; 4200000000 usd money"),
    ("The average time fell from 9 days to 4 days.", "9 DAY measure; 4 DAY measure"),
    ("Clearance now takes 2.5 hours, against 6 hours in 2013.", "2.5 HR measure; 6 HR measure"),
    ("Nine out of ten parcels were released within 24 hours.", "90 PERCENT fraction; 24 HR measure at-most"),
    ("One in every five containers was scanned.", "20 PERCENT fraction"),
    ("Only 3 in 100 shipments were examined.", "3 PERCENT fraction"),
    (
        "Two thirds of declarations and three quarters of manifests were lodged online.",
        "66.6667 PERCENT fraction; 75 PERCENT fraction",
    ),
    ("Detections more than doubled.", "2 NUM multiple over"),
    ("Detections almost tripled to 1,206.", "3 NUM multiple nearly; 1206 NUM count"),
    ("The number of AEOs rose fourfold, to 812.", "4 NUM multiple; 812 NUM count"),
    ("Twice as many travellers used the kiosks as in 2012.", "2 NUM multiple"),
    ("Seizures were three times the level of 2010.", "3 NUM multiple"),
    ("Exports were 1.5 times higher than imports.", "1.5 NUM multiple"),
    ("Trade grew by 12 to 15 per cent.", "12 PERCENT percent ..15"),
    ("Trade grew by between 12 and 15 per cent.", "12 PERCENT percent ..15"),
    ("Between 30 and 40 officers a day were on duty.", "30 NUM count ..40"),
    ("10-15% of loads are inspected.", "10 PERCENT percent ..15"),
    ("$3-5 million was saved.", "3000000 usd money ..5000000"),
    ("€1.2 to €1.5 billion", "1200000000 eur money ..1500000000"),
    ("Imports and exports rose 5.2 and 3.1 per cent respectively.", "5.2 PERCENT percent; 3.1 PERCENT percent"),
    ("Of 8,409 audits, 4,512 found errors.", "8409 NUM count; 4512 NUM count"),
    ("54 of 115 posts are open round the clock.", "54 NUM count; 115 NUM count"),
    ("Three of the 12 scanners were replaced.", "3 NUM count; 12 NUM count"),
    ("Five of them are mobile.", "5 NUM count"),
    ("Seven new scanners were bought; the other two are on loan.", "7 NUM count"),
    (
        "The service has 12 regional offices, 46 customs houses and 130 border posts.",
        "12 NUM count; 46 NUM count; 130 NUM count",
    ),
    ("Chapter 3 of the Customs Act 2004 (Act No. 12 of 2004) lists 14 offences.", "14 NUM count"),
    ("Under Article 7.4 and Articles 8 and 9 of the Agreement", ""),
    ("Phase 2 will add 6 ports. Phases 1 and 2 are complete. Phase II", "6 NUM count"),
    ("See Table 4 and Figures 2 and 3 on page 17.", ""),
    ("Terminal 3 handled 4.5 million passengers.", "4500000 NUM count"),
    ("HS 8703 and heading 87.03", ""),
    ("At 08:30 on 3 May 2016 the 24/7 hotline opened.", ""),
    ("In the 12 months to 30 June 2015 we cleared 1.1m parcels.", "1100000 NUM count"),
    ("For the third year running, revenue exceeded £600bn.", "600000000000 gbp money over"),
    ("Over the past five years the 5 largest ports grew.", ""),
    ("The 10 largest importers paid 45% of duty.", "45 PERCENT percent"),
    ("Targets for 2020: 95 per cent.", "95 PERCENT percent"),
    ("Goal 3: 99% compliance", "99 PERCENT percent"),
    ("A 24-hour service and a five-year plan; a 40-foot container; two-way trade.", ""),
    (
        "A 15-per-cent rise and a $5-million grant; a 3 percentage-point fall.",
        "15 PERCENT percent; 5000000 usd money; 3 percentage-point percentage-point",
    ),
    (
        "The rate was cut by 50 basis points to 6.25 per cent.",
        "0.5 percentage-point percentage-point; 6.25 PERCENT percent",
    ),
    ("0.4 pp higher", "0.4 percentage-point percentage-point"),
    ("Net change: -4.7%", "-4.7 PERCENT percent"),
    ("Volume fell by minus 3 per cent", "-3 PERCENT percent"),
    ("a loss of €-3.2m", "-3200000 eur money"),
    ("USD 1,250.50 per tonne", "1250.50 usd money"),
    ("15 tonnes of ivory and 2,400 pieces of rhino horn", "15 TONNE measure; 2400 NUM count"),
    ("3.5t of cocaine and 250g of heroin", "3.5 TONNE measure; 250 GM measure"),
    (
        "1,000-plus parcels, 300-odd vehicles, 50 or more ships and 40 or so boats",
        "1000 NUM count at-least; 300 NUM count around; 50 NUM count at-least; 40 NUM count around",
    ),
    ("At least a dozen arrests; two dozen vehicles; dozens of raids", "12 NUM count at-least; 24 NUM count"),
    (
        "a hundred vehicles, a thousand cartons and half a million cigarettes",
        "100 NUM count; 1000 NUM count; 500000 NUM count",
    ),
    ("one and a half million cigarettes", "1500000 NUM count"),
    ("2.5 million sticks of cigarettes worth 600,000 dollars", "2500000 NUM count; 600000 usd money"),
    ("twelve thousand five hundred forms", "12500 NUM count"),
    ("one hundred and twenty-three vessels", "123 NUM count"),
    ("sixty-one point two per cent", "61.2 PERCENT percent"),
    ("forty per cent", "40 PERCENT percent"),
    (
        "the second-largest port; ranked 14th of 160 countries; 3rd in the region",
        "2 NUM rank; 14 NUM rank; 160 NUM count",
    ),
    ("As many as 400 lorries a day", "400 NUM count at-most"),
    ("No fewer than 31 countries and not more than 12 ports", "31 NUM count at-least; 12 NUM count at-most"),
    ("not exceeding 5 per cent", "5 PERCENT percent at-most"),
    ("just under 90% of returns, just over 80% of payments", "90 PERCENT percent nearly; 80 PERCENT percent over"),
    ("well over 1 million", "1000000 NUM count over"),
    ("upwards of 200", "200 NUM count over"),
    ("in the region of 45,000 tonnes", "45000 TONNE measure around"),
    ("an estimated 12 tonnes", "12 TONNE measure around"),
    ("close to 500", "500 NUM count nearly"),
    ("~300 staff", "300 NUM count around"),
    ("c. 1,200 staff", "1200 NUM count around"),
    (
        "fewer than 10 complaints; less than 1 per cent; under 2%; below 5 per cent",
        "10 NUM count under; 1 PERCENT percent under; 2 PERCENT percent under; 5 PERCENT percent under",
    ),
    ("up to 60 days", "60 DAY measure at-most"),
    ("adds up to 47 offices", "47 NUM count"),
    ("A budget of 12.3 billion Kenya shillings", "12300000000 kes money"),
    ("34 million Jordanian dinars", "34000000 jod money"),
    ("500 Swiss francs", "500 chf money"),
    ("¥600 billion", "600000000000 jpy money"),
    ("RM 12.5 million and S$3 million and HK$ 40 million", "12500000 myr money; 3000000 sgd money; 40000000 hkd money"),
    ("CHF 120'000", "120000 chf money"),
    ("12 345 declarations", "12345 NUM count"),
    ("1 234 567,89 tonnes", "1234567.89 TONNE measure"),
    ("1.234.567 tonnes", "1234567 TONNE measure"),
    ("1.538,8 million", "1538800000 NUM count"),
    ("2,70,000 parcels", "270000 NUM count"),
    ("one declaration; one of the ports; one third party", ""),
    ("zero tolerance; zero seizures", "0 NUM count"),
    ("No. 1 priority; number one", ""),
    ("the two sides signed; the two countries; both sides; the two customs services", ""),
    ('"Three Ones" programme; the "One Belt" plan', ""),
    ("the Ten Point Plan; the Seven Pillars", ""),
    ("Two customs officers were killed.", "2 NUM count"),
    ("Four-year programme", ""),
    ("COVID-19, G20, B2B, Regulation 952/2013, SITC Rev. 4, R2, A380, form C88", ""),
    ("Resolution 1540 and Decision No. 70/2008", ""),
    ("(a) 12 posts; (b) 3 ports", "12 NUM count; 3 NUM count"),
    ("(1) revise the law; (2) train 30 officers; and (3) open 2 posts", "30 NUM count; 2 NUM count"),
    ("1. Revenue", ""),
    ("3.2 Revenue collection", ""),
    ("3.2 million declarations", "3200000 NUM count"),
    ("2. 45 officers were trained.", "45 NUM count"),
    ("- 45 officers were trained", "45 NUM count"),
    ("300 ports[1] and 200 posts [12]", "300 NUM count; 200 NUM count"),
    ("5 million tonnes", "5000000 TONNE measure"),
    ("5 million euro", "5000000 eur money"),
    ("Traffic of 3.2 million TEU", "3200000 teu count"),
    ("1,500 twenty-foot containers", "1500 NUM count"),
    ("per 100 kg", ""),
    ("one per cent", "1 PERCENT percent"),
    ("one tonne", "1 TONNE measure"),
    ("a tonne", ""),
    ("1 case", "1 NUM count"),
    ("1/3 of parcels and 2/3 of letters", "33.3333 PERCENT fraction; 66.6667 PERCENT fraction"),
    ("2014/15 and 1/2015", ""),
    ("17th session; 21st century; twenty-first session", ""),
    ("double the number of 2011; to double revenue", "2 NUM multiple; 2 NUM multiple"),
    ("the doubling of exports", "2 NUM multiple"),
    ("halved the time", "0.5 NUM multiple"),
    (
        "by a half; by half; half of the fleet; half the fleet; the first half; half a day; half-year",
        "50 PERCENT fraction; 50 PERCENT fraction; 50 PERCENT fraction; 50 PERCENT fraction",
    ),
    ("a quarter of the fleet; the last quarter; by a quarter", "25 PERCENT fraction; 25 PERCENT fraction"),
    ("three-quarters", "75 PERCENT fraction"),
    ("33 1/3 per cent", "33.3333 PERCENT percent"),
    ("2½ hours", "2.5 HR measure"),
    ("4x the level", "4 NUM multiple"),
    ("5-fold; 5 fold; fivefold", "5 NUM multiple; 5 NUM multiple; 5 NUM multiple"),
    (
        "Import duty brought in 87.4 billion naira, 3.1 billion more than planned.",
        "87400000000 ngn money; 3100000000 ngn money",
    ),
    ("The yield was EUR 14.2 million (2011: EUR 13.9 million).", "14200000 eur money; 13900000 eur money"),
    ("There were 312 prosecutions (298 in 2012).", "312 NUM count; 298 NUM count"),
    ("Passenger numbers, at 18.7 million, were down 0.4 per cent.", "18700000 NUM count; 0.4 PERCENT percent"),
    ("Fines of £2,500 or more were paid in 118 cases.", "2500 gbp money at-least; 118 NUM count"),
    ("The laboratory tested 6,040 samples, 11% of them positive.", "6040 NUM count; 11 PERCENT percent"),
    ("It takes 3 to 4 working days.", "3 DAY measure ..4"),
    ("The unit has a staff of twenty-two.", "22 NUM count"),
    ("Eight dogs and their handlers joined, bringing the total to forty-one.", "8 NUM count; 41 NUM count"),
    ("Officers screened 99.6% of mail.", "99.6 PERCENT percent"),
    ("Compliance stood at ninety-seven and a half per cent.", "97.5 PERCENT percent"),
    (
        "A fleet of 14 patrol vessels and 3 aircraft covers 2,300 km of coast.",
        "14 NUM count; 3 NUM count; 2300 KiloM measure",
    ),
    ("The smallest seizure weighed 120 g; the largest, 1.8 tonnes.", "120 GM measure; 1.8 TONNE measure"),
    ("Duty relief of up to 30 per cent was given to 1,040 firms.", "30 PERCENT percent at-most; 1040 NUM count"),
    ("Nearly one third of all lorries crossed at night.", "33.3333 PERCENT fraction nearly"),
    ("Roughly a quarter of declarations were amended.", "25 PERCENT fraction around"),
    ("Yields fell by a fifth.", "20 PERCENT fraction"),
    ("The backlog was halved, from 1,200 files to 600.", "0.5 NUM multiple; 1200 NUM count; 600 NUM count"),
    ("Revenue per officer rose 1.8 times.", "1.8 NUM multiple"),
    ("Twelve of the 15 targets were met.", "12 NUM count; 15 NUM count"),
    (
        "Over 90 per cent of the 45,000 refunds were paid within 10 days.",
        "90 PERCENT percent over; 45000 NUM count; 10 DAY measure at-most",
    ),
    (
        "The port of Mombasa handled 1.1 million TEUs, the airport 320,000 tonnes.",
        "1100000 teu count; 320000 TONNE measure",
    ),
    ("Receipts were 104.2 per cent of the estimate.", "104.2 PERCENT percent"),
    (
        "Some 350 kilograms of cannabis and nearly 2 tonnes of khat were destroyed.",
        "350 KiloGM measure around; 2 TONNE measure nearly",
    ),
    ("The deficit widened to US$ 3.4 billion.", "3400000000 usd money"),
    ("The law provides for fines of 5,000 to 50,000 dinars.", "5000 dinar money ..50000"),
    ("In all, 1 in 8 vehicles was stopped.", "12.5 PERCENT fraction"),
    ("The programme will cost SEK 45 million over 3 years.", "45000000 sek money; 3 YR measure"),
    ("Six hundred and twelve parcels were opened.", "612 NUM count"),
    ("The tax gap is put at between $1 billion and $1.4 billion.", "1000000000 usd money ..1400000000"),
    ("Six out of every ten parcels are from Asia.", "60 PERCENT fraction"),
    ("Two-thirds of the 210 recruits were women.", "66.6667 PERCENT fraction; 210 NUM count"),
    ("Trade with neighbours made up 18 to 20 per cent of the total.", "18 PERCENT percent ..20"),
    ("The index rose 12 points to 143.", "12 NUM count; 143 NUM count"),
    ("Import declarations: 2,345,678; export declarations: 987,654", "2345678 NUM count; 987654 NUM count"),
    ("Revenue (million): 45.2", "45.2 NUM count"),
    ("8 000 containers", "8000 NUM count"),
    ("Gold worth ZAR 12.6 million", "12600000 zar money"),
    ("The unit received 9 500 calls and answered 95%.", "9500 NUM count; 95 PERCENT percent"),
    ("Revenue of P1.2 billion", "1200000000 NUM count"),
    ("Rp 30 trillion", "30000000000000 idr money"),
    ("Tk 5,000 crore", "50000000000 bdt money"),
    (
        "an increase of 3 percentage points, from 41% to 44%",
        "3 percentage-point percentage-point; 41 PERCENT percent; 44 PERCENT percent",
    ),
    ("at 98.3 percent, 1.3 points above target", "98.3 PERCENT percent; 1.3 percentage-point percentage-point"),
    ("more than five thousand cartons", "5000 NUM count over"),
    ("at least 3.5 million litres of fuel", "3500000 L measure at-least"),
    ("10,000 m3 of timber and 400 ha of land", "10000 M3 measure; 400 HA measure"),
    ("The tariff has 21 sections, 97 chapters and 5,300 subheadings.", "21 NUM count; 97 NUM count; 5300 NUM count"),
    ("fifty thousand three hundred and six", "50306 NUM count"),
    ("nine hundred and ninety-nine thousand", "999000 NUM count"),
    ("three hundred thousand", "300000 NUM count"),
    ("two hundred million", "200000000 NUM count"),
    ("one billion", "1000000000 NUM count"),
    ("It flew a King Air 350 along the coast for the first time.", ""),
    ("Officers were sent to Guangdong 7, Tianjin 2 and Shanghai 3.", "7 NUM count; 2 NUM count; 3 NUM count"),
    ("In Nairobi 37 posts were opened and closed again.", "37 NUM count"),
    ("Border Posts 12", "12 NUM count"),
    ("The rate fell by 0.3 of a percentage point.", "0.3 percentage-point percentage-point"),
    ("Posts are open 24 hours a day, seven days a week.", ""),
    ("Some 90 per cent of travellers aged 18 to 25 agreed.", "90 PERCENT percent around"),
    ("RM 3 billion was planned and RM 4.2 billion raised", "3000000000 myr money; 4200000000 myr money"),
    ("duty rose from R3 billion to 4.2 billion", "3000000000 zar money; 4200000000 zar money"),
    ("The target of N2.54 trillion was missed.", "2540000000000 ngn money"),
    ("USD$ 4 million and $US 5 million", "4000000 usd money; 5000000 usd money"),
    ("15-20 minutes; 15 – 20 minutes", "15 MIN measure ..20; 15 MIN measure ..20"),
    ("Of the 12, four are closed and eight are open.", "12 NUM count; 4 NUM count; 8 NUM count"),
    ("by a factor of 3; by a factor of three", "3 NUM multiple; 3 NUM multiple"),
    ("1 053 kg and 22 g", "1053 KiloGM measure; 22 GM measure"),
    ("29million passengers", "29000000 NUM count"),
    ("from 1,024 (2010) to 1,300 (2011)", "1024 NUM count; 1300 NUM count"),
    ("Seven in ten travellers", "70 PERCENT fraction"),
    ("3,733 out of the 7,587 passengers", "3733 NUM count; 7587 NUM count"),
    ("4 million tonnes and 33.8 million units", "4000000 TONNE measure; 33800000 NUM count"),
]

# phrase, and its numbers that are no figures as "number=reason"
REASONS = [
    ("the 100,000th passenger at 0800 hours", "100,000=ordinal; 0800=time-of-day"),
    ("call the hotline 1800 333 222", "1800=code; 333 222=code"),
    ("open 24 hours a day, seven days a week", "24=frequency; seven=frequency"),
    ("It flew a King Air 350 along the coast by day and by night.", "350=name"),
    ("In 2019 cases rose to 1,987.", "2019=year"),
    ("Staff numbered 2,015 in 2014.", "2014=year"),
    ("Clearance now takes 2.5 hours, against 6 hours in 2013.", "2013=year"),
    ("Twice as many travellers used the kiosks as in 2012.", "2012=year"),
    ("Seizures were three times the level of 2010.", "2010=year"),
    ("Seven new scanners were bought; the other two are on loan.", "two=pronoun"),
    (
        "Chapter 3 of the Customs Act 2004 (Act No. 12 of 2004) lists 14 offences.",
        "3=section-number; 2004=year; 12=section-number; 2004=year",
    ),
    (
        "Under Article 7.4 and Articles 8 and 9 of the Agreement",
        "7.4=section-number; 8=section-number; 9=section-number",
    ),
    ("Phase 2 will add 6 ports. Phases 1 and 2 are complete. Phase II", "2=code; 1=code; 2=code"),
    (
        "See Table 4 and Figures 2 and 3 on page 17.",
        "4=section-number; 2=section-number; 3=section-number; 17=section-number",
    ),
    ("Terminal 3 handled 4.5 million passengers.", "3=code"),
    ("HS 8703 and heading 87.03", "8703=code; 87.03=section-number"),
    (
        "At 08:30 on 3 May 2016 the 24/7 hotline opened.",
        "08=time-of-day; 30=time-of-day; 3=date; 2016=date; 24=code; 7=code",
    ),
    ("In the 12 months to 30 June 2015 we cleared 1.1m parcels.", "12=duration; 30=duration; 2015=duration"),
    ("For the third year running, revenue exceeded £600bn.", "third=ordinal"),
    ("Over the past five years the 5 largest ports grew.", "five=duration; 5=selection"),
    ("The 10 largest importers paid 45% of duty.", "10=selection"),
    ("Targets for 2020: 95 per cent.", "2020=year"),
    ("Goal 3: 99% compliance", "3=code"),
    (
        "A 24-hour service and a five-year plan; a 40-foot container; two-way trade.",
        "24=compound; five=compound; 40=part-of-unit; two=compound",
    ),
    ("At least a dozen arrests; two dozen vehicles; dozens of raids", "dozens=vague"),
    ("the second-largest port; ranked 14th of 160 countries; 3rd in the region", "3=ordinal"),
    ("one declaration; one of the ports; one third party", "one=pronoun; one=pronoun; one=pronoun; third=ordinal"),
    ("zero tolerance; zero seizures", "zero=pronoun"),
    ("No. 1 priority; number one", "1=section-number; one=name"),
    (
        "the two sides signed; the two countries; both sides; the two customs services",
        "two=pronoun; two=pronoun; two=pronoun",
    ),
    ('"Three Ones" programme; the "One Belt" plan', "Three=name; One=name"),
    ("the Ten Point Plan; the Seven Pillars", "Ten=name; Seven=name"),
    ("Four-year programme", "Four=compound"),
    (
        "COVID-19, G20, B2B, Regulation 952/2013, SITC Rev. 4, R2, A380, form C88",
        "19=code; 20=code; 2=code; 952=section-number; 2013=code; 4=section-number; 2=code; 380=code; 88=code",
    ),
    ("Resolution 1540 and Decision No. 70/2008", "1540=code; 70=section-number; 2008=code"),
    ("(1) revise the law; (2) train 30 officers; and (3) open 2 posts", "1=enumerator; 2=enumerator; 3=enumerator"),
    ("1. Revenue", "1=enumerator"),
    ("3.2 Revenue collection", "3.2=section-number"),
    ("2. 45 officers were trained.", "2=enumerator"),
    ("300 ports[1] and 200 posts [12]", "1=footnote; 12=footnote"),
    ("1,500 twenty-foot containers", "twenty=part-of-unit"),
    ("per 100 kg", "100=part-of-unit"),
    ("2014/15 and 1/2015", "2014=fiscal-year; 15=fiscal-year; 1=code; 2015=code"),
    ("17th session; 21st century; twenty-first session", "17=ordinal; 21=ordinal; twenty-first=ordinal"),
    ("double the number of 2011; to double revenue", "2011=year"),
    ("by a half; by half; half of the fleet; half the fleet; the first half; half a day; half-year", "first=ordinal"),
    ("The yield was EUR 14.2 million (2011: EUR 13.9 million).", "2011=year"),
    ("There were 312 prosecutions (298 in 2012).", "2012=year"),
]


def _code(quantity: Quantity) -> str:
    unit = quantity.unit.rsplit("/", 1)[1].removeprefix("unit-")
    words = [format(quantity.value, "f"), unit, quantity.form.value]
    if quantity.qualifier is not Qualifier.EXACT:
        words.append(quantity.qualifier.value)
    if quantity.range_end is not None:
        words.append(f"..{format(quantity.range_end, 'f')}")
    return " ".join(words)


@pytest.mark.parametrize(("phrase", "expected"), FIGURES)
def test_read_amounts_reads_value_unit_form_and_qualifier(phrase: str, expected: str) -> None:
    assert "; ".join(_code(q) for q in read_amounts(phrase).quantities) == expected


@pytest.mark.parametrize(("phrase", "expected"), REASONS)
def test_read_amounts_names_what_is_no_figure(phrase: str, expected: str) -> None:
    others = [n for n in read_amounts(phrase).numerals if n.reason is not NumeralReason.FIGURE]
    assert "; ".join(f"{phrase[n.start : n.end]}={n.reason.value}" for n in others) == expected


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in FIGURES])
def test_figures_are_cut_out_of_the_text(phrase: str) -> None:
    for quantity in read_amounts(phrase).quantities:
        assert phrase[quantity.start : quantity.end] == quantity.stated
        assert 0 <= quantity.qualifier_start <= quantity.start


@pytest.mark.parametrize(
    ("phrase", "exponent", "half_width"),
    [
        ("24.3 trillion rand", 12, "50000000000"),
        ("27,071,500 cars", 0, "0.5"),
        ("3.98 billion tonnes", 9, "5000000"),
        ("8.10 per cent", 0, "0.005"),
        ("forty-one million six hundred thousand", 3, "500"),
        ("12 lakh", 5, "50000"),
        ("£1.25m", 6, "5000"),
        ("ninety-seven and a half", 0, "0.05"),
        ("25 basis points", 0, "0.5"),
    ],
)
def test_precision_comes_from_the_digits_shown(phrase: str, exponent: int, half_width: str) -> None:
    (quantity,) = read_amounts(phrase).quantities
    assert (quantity.exponent, quantity.half_width) == (exponent, Decimal(half_width))


@pytest.mark.parametrize(
    ("text", "value"),
    [("(3.2)", "-3.2"), ("(1,204)", "-1204"), ("-0.4%", "-0.4"), ("2016", "2016"), ("1998", "1998"), ("45*", "45")],
)
def test_cells_hold_bare_values(text: str, value: str) -> None:
    (quantity,) = read_amounts(text, cell=True).quantities
    assert quantity.value == Decimal(value)


@pytest.mark.parametrize("text", ["n/a", "-", "..", "Note 3", "FY 2017", ""])
def test_cells_without_a_value_hold_none(text: str) -> None:
    assert read_amounts(text, cell=True).quantities == ()


def test_doubled_says_a_change_by_itself() -> None:
    assert [q.change_verb for q in read_amounts("Traffic doubled; it is twice that of 2011.").quantities] == [
        True,
        False,
    ]


def test_known_times_are_not_read_again() -> None:
    text = "In 2019 there were 12 posts, and the next five years will bring 3 more."
    times = find_periods(text, PeriodContext(UNDATED))
    assert [q.stated for q in read_amounts(text, times=times).quantities] == ["12", "3"]


# --- properties

_SEPARATORS = st.sampled_from([",", " ", "\u00a0", "'"])
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "lakh": 5, "crore": 7}


def _grouped(digits: str, separator: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", separator, digits)


@given(st.integers(10_000, 10**15), _SEPARATORS)
def test_grouped_digits_are_read_back(number: int, separator: str) -> None:
    text = f"There were {_grouped(str(number), separator)} cases."
    (quantity,) = read_amounts(text).quantities
    assert quantity.value == number
    assert quantity.half_width == Decimal("0.5")


@given(st.decimals(0, 99_999, places=3), st.sampled_from(sorted(_SCALES)))
def test_scaled_decimals_are_read_back(number: Decimal, scale: str) -> None:
    (quantity,) = read_amounts(f"worth {number} {scale}").quantities
    assert quantity.value == number.scaleb(_SCALES[scale])
    assert quantity.half_width == Decimal("0.0005").scaleb(_SCALES[scale])


@given(
    st.decimals(1, 999, places=1),
    st.sampled_from(["USD {} million", "US${}m", "${} million", "{} million US dollars", "{} million USD", "USD{}m"]),
)
def test_money_is_read_from_either_side(number: Decimal, form: str) -> None:
    (quantity,) = read_amounts(f"It cost {form.format(number)} in all.").quantities
    assert (quantity.value, quantity.unit.rsplit("/", 1)[1]) == (number.scaleb(6), "unit-usd")


@given(st.decimals(0, 100, places=2), st.sampled_from(["%", " %", " per cent", " percent", "-percent"]))
def test_percentages_are_read_back(number: Decimal, sign: str) -> None:
    (quantity,) = read_amounts(f"a share of {number}{sign}").quantities
    assert (quantity.value, quantity.form.value) == (number, "percent")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300))
@settings(max_examples=300)
def test_any_text_is_read_without_fault(text: str) -> None:
    figures = read_amounts(text).quantities
    for quantity in figures:
        assert text[quantity.start : quantity.end] == quantity.stated
    assert all(first.end <= second.start for first, second in pairwise(figures))
    for numeral in read_amounts(text).numerals:
        assert 0 <= numeral.start < numeral.end <= len(text)


@given(st.lists(st.sampled_from("0 1 9 , . % $ - / ( ) million and five of in 2016 to % bn Rs".split()), max_size=80))
@settings(max_examples=300)
def test_heaps_of_numbers_are_read_without_fault(pieces: list[str]) -> None:
    for text in (" ".join(pieces), "".join(pieces)):
        for quantity in read_amounts(text).quantities:
            assert text[quantity.start : quantity.end] == quantity.stated


@pytest.mark.parametrize(
    "text",
    [
        "1," * 5000,
        "1,111" * 2500,
        "9" * 10_000,
        "1 " * 5000,
        "one " * 2500,
        "($" * 5000,
        "1-" * 5000,
        "a1" * 5000,
        '"1' * 3000,
    ],
)
def test_ten_thousand_characters_of_digits_and_marks_end(text: str) -> None:
    assert all(text[q.start : q.end] == q.stated for q in read_amounts(text).quantities)


# --- the reports that stand beside the checkout

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.exists() and os.environ.get("CI") != "true", reason="../shared with the annotated reports is not here"
)


def _lines_and_paragraphs(text: str) -> list[str]:
    folded = text.translate(str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--"))
    paragraphs = [re.sub(r"\s+", " ", paragraph).strip() for paragraph in re.split(r"\n\s*\n", folded)]
    lines = [re.sub(r"\s+", " ", line).strip() for line in folded.split("\n")]
    return [piece for piece in (*paragraphs, *lines) if piece]


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize("name", ["china-customs-2009", "cbp-style"])
def test_annotated_figures_are_found(name: str) -> None:
    text = (SHARED / "score" / "dev" / f"{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((SHARED / "score" / "dev" / f"{name}.json").read_text(encoding="utf-8"))
    context = currency_context(text)
    found = {
        abs(q.value).normalize()
        for piece in _lines_and_paragraphs(text)
        for q in read_amounts(piece, context).quantities
    }
    wanted = [abs(Decimal(str(m["value"]))).normalize() for m in gold["metrics"] if m["value"] is not None]
    # the scale of a table stands in the head of its rows: 2.39 under "(trillion)"
    scales = [Decimal(1).scaleb(-power).normalize() for power in (0, 6, 9, 12)]
    missed = [value for value in wanted if not any((value * scale).normalize() in found for scale in scales)]
    assert missed == []


@pytest.mark.parametrize("text", ["Two things made the year.", "It was so in three respects."])
def test_numbers_in_turns_of_speech_count_nothing(text: str) -> None:
    assert read_amounts(text).quantities == ()


@pytest.mark.parametrize(
    "text",
    [
        "under the Harbour Act of 1822, and later",
        "The corps was founded in 1809 and grew.",
        "the Tolls Act, Cap. 214 of the laws",
        "fines under 19 U.S.C. 1592 rose",
        "Tolls by port (Unit: RMB 100 million)",
        "some of them under the age of 25",
    ],
)
def test_years_codes_ages_and_units_of_captions_are_no_figures(text: str) -> None:
    assert read_amounts(text).quantities == ()


def test_a_count_of_four_digits_is_one() -> None:
    assert [q.value for q in read_amounts("a fleet of 1642 carts").quantities] == [Decimal(1642)]
