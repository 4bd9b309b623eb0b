"""One event, or one plan, that two places of a report date differently, and pairs that only look like it."""

from __future__ import annotations

import pytest

from customs_kg.graph.model import DiscrepancyType
from tests.constructions.readings import of_two_sections


def contradictions(one: str, other: str) -> list[str]:
    """The contradictions of dates in a report of two sections."""
    return [d.comment for d in of_two_sections(one, other).discrepancies if d.type is DiscrepancyType.DATE_CONFLICT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Minister inaugurated the Customs Laboratory on 5 May 2018.",
            "The Customs Laboratory was inaugurated in September 2018 by the Minister.",
        ),
        (
            "The Kestrel Border Station opened its doors in January 2018.",
            "The Kestrel Border Station was opened in October 2018.",
        ),
        (
            "The Agreement on Mutual Assistance with Ostland was signed on 4 June 2018.",
            "The Agreement on Mutual Assistance with Ostland, signed in September 2018, covers tolls.",
        ),
        ("On 4 June 2018 the Service signed the Torvik Protocol.", "The Torvik Protocol was signed on 14 June 2018."),
        (
            "The Director General signed the Lakes Memorandum of Understanding with Karelland in March 2018.",
            "Under the Lakes Memorandum of Understanding, concluded in July 2018, data are exchanged.",
        ),
        ("The Holm Convention was concluded in 1994.", "The Holm Convention, signed in 1996, has 40 parties."),
        (
            "The Memorandum of Cooperation between Norland Customs and the Osland Coast Guard was "
            "signed on 1 February 2018.",
            "In November 2018 the Memorandum of Cooperation between Norland Customs and the Osland "
            "Coast Guard was signed.",
        ),
        (
            "The Customs Code entered into force on 1 May 2018.",
            "The Customs Code, which came into force on 1 July 2018, sets out the duties.",
        ),
        (
            "The new Customs Act takes effect on 1 January 2019.",
            "The new Customs Act, which comes into force on 1 July 2019, has 120 articles.",
        ),
        (
            "The Northern Free Trade Agreement entered into force on 1 April 2018.",
            "The Northern Free Trade Agreement has been in force since 1 June 2018.",
        ),
        ("The Single Window was launched in March 2018.", "The Single Window was launched on 9 September 2018."),
        (
            "We launched the Clearance Portal on 4 April 2018.",
            "The Clearance Portal, launched in October 2018, has 400 users.",
        ),
        (
            "Operation Nightjar was launched in May 2018.",
            "Launched in August 2018, Operation Nightjar led to 40 arrests.",
        ),
        (
            "The Trusted Trader Programme was launched in 2012.",
            "The Trusted Trader Programme, which was launched in 2014, has 80 members.",
        ),
        ("The Green Lane Programme started in February 2018.", "The Green Lane Programme began in June 2018."),
        ("The TOLLNET system went live on 1 July 2018.", "TOLLNET went live in November 2018."),
        (
            "The TOLLNET system became operational in January 2018.",
            "The TOLLNET system was put into operation in December 2018.",
        ),
        ("The Cargo System was rolled out in April 2018.", "The Cargo System was introduced in October 2018."),
        ("ASYX was put into service on 3 March 2018.", "ASYX entered service on 3 May 2018."),
        (
            "The first release of TOLLNET will enter into service on 15 March 2021.",
            "The first release of TOLLNET will enter into service in the first quarter of 2020.",
        ),
        ("The Service was founded in 1911.", "Founded in 1921, the Service has 400 staff."),
        (
            "The Norland Customs Service was established in 1952.",
            "The Norland Customs Service, established in 1962, is part of the Ministry of Finance.",
        ),
        ("The Customs Academy was founded in 1974.", "The Customs Academy, set up in 1984, trained 400."),
        (
            "The Joint Border Committee was set up in June 2018.",
            "In October 2018 the Joint Border Committee was established.",
        ),
        ("The Canine Unit was created in 2009.", "The Canine Unit, created in 2007, has 30 dogs."),
        ("The Lakes Customs Union was formed in 1988.", "The Lakes Customs Union was established in 1998."),
        (
            "The Enforcement Bureau, founded in 2001, has 40 officers.",
            "The Enforcement Bureau was established in 2011.",
        ),
        ("The Torvik Office was closed in March 2018.", "The Torvik Office closed in November 2018."),
        ("The Old Tariff Act was repealed on 1 January 2018.", "The Old Tariff Act was repealed on 1 August 2018."),
        (
            "The Fisheries Agreement expired in March 2018.",
            "The Fisheries Agreement, which expired in October 2018, was not renewed.",
        ),
        (
            "The Bridge Office merged with the Port Office in May 2018.",
            "In January 2018 the Bridge Office merged with the Port Office.",
        ),
        (
            "The Statistics Bureau was renamed the Data Bureau in 2016.",
            "The Statistics Bureau was renamed the Data Bureau in 2018.",
        ),
        (
            "The Lakes Border Agreement was ratified in May 2018.",
            "The Lakes Border Agreement was ratified in November 2018.",
        ),
        (
            "The Authorised Economic Operator Programme was introduced in 2010.",
            "Introduced in 2013, the Authorised Economic Operator Programme has 90 members.",
        ),
        ("The Bridge Terminal was completed in June 2018.", "The Bridge Terminal was completed in October 2018."),
        ("The opening of the Holm Office in May 2018 was welcome.", "The Holm Office was opened in July 2018."),
        ("Fees fell on the launch of the Gate Portal on 3 May 2018.", "The Gate Portal was launched on 13 May 2018."),
        ("Ms Anna Lund was appointed Comptroller in May 2018.", "Ms Anna Lund was appointed Comptroller in July 2018."),
        (
            "Mr Bo Lind retired in May 2018.",
            "The former Comptroller, Mr Bo Lind, thanked all. Mr Bo Lind retired in July 2018.",
        ),
    ],
)
def test_one_event_with_two_dates(one: str, other: str) -> None:
    assert len(contradictions(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Clearance Portal will be put into use by June 2019.",
            "The Clearance Portal will be put into use by December 2019.",
        ),
        (
            "The Service will open the Torvik Dry Port in March 2019.",
            "The Torvik Dry Port is to be opened in September 2019.",
        ),
        ("TOLLNET will go live on 1 April 2019.", "TOLLNET will go live in October 2019."),
        (
            "The Service plans to launch the Green Lane Programme in early 2019. It will launch the "
            "Green Lane Programme in February 2019.",
            "The Service will launch the Green Lane Programme in November 2019.",
        ),
        (
            "The Customs Act will enter into force on 1 January 2020.",
            "The Customs Act will come into force on 1 July 2020.",
        ),
        (
            "The Sund Bridge Terminal is to be completed by June 2019.",
            "The Sund Bridge Terminal will be completed by the end of 2020.",
        ),
        (
            "The Service will sign the Lakes Memorandum of Understanding in May 2019.",
            "The Lakes Memorandum of Understanding is to be signed in October 2019.",
        ),
        (
            "The Cargo System is due to be replaced by March 2019.",
            "The Cargo System is due to be replaced by September 2020.",
        ),
        (
            "The Service will publish the Tariff Handbook by March 2019.",
            "The Service will publish the Tariff Handbook by the end of 2020.",
        ),
    ],
)
def test_one_plan_with_two_dues(one: str, other: str) -> None:
    assert len(contradictions(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The customs post at Nelby was opened on 3 March 2018.",
            "The customs post at Nelby, opened in March 2018, serves forty lorries.",
        ),
        (
            "The customs post at Nelby was opened in the first quarter of 2018.",
            "The customs post at Nelby was opened on 3 March 2018.",
        ),
        ("The customs post at Nelby was opened on 3 March 2018.", "The customs post at Holm was opened in May 2018."),
        (
            "The first phase of the Torvik Dry Port was opened in March 2018.",
            "The second phase of the Torvik Dry Port was opened in October 2018.",
        ),
        (
            "The Torvik Dry Port was opened in March 2018.",
            "The second phase of the Torvik Dry Port opened in October 2018.",
        ),
        ("The Torvik Dry Port was opened in 2012.", "A new wing of the Torvik Dry Port was opened in October 2018."),
        ("The Torvik Dry Port was opened in 2012.", "The Torvik Dry Port was reopened in October 2018."),
        ("The Torvik Dry Port was to open in March 2018.", "The Torvik Dry Port was opened in October 2018."),
        (
            "It had been planned to open the Torvik Dry Port in March 2018; it was opened in October 2018.",
            "The Torvik Dry Port was opened in October 2018.",
        ),
        (
            "The opening of the Torvik Dry Port, first set for May 2018, was postponed.",
            "The Torvik Dry Port opened in October 2018.",
        ),
        (
            "The Torvik Dry Port was opened to passengers in March 2018.",
            "The Torvik Dry Port was opened to freight in October 2018.",
        ),
        (
            "The Torvik Dry Port was opened to the public in March 2018.",
            "The Torvik Dry Port was officially opened in October 2018.",
        ),
        ("The Torvik Dry Port was soft-opened in March 2018.", "The Torvik Dry Port was opened in October 2018."),
        (
            "The eastern gate of the Torvik Dry Port was opened in March 2018.",
            "The western gate of the Torvik Dry Port was opened in May 2018.",
        ),
        (
            "The Torvik Dry Port opened a cold store in March 2018.",
            "The Torvik Dry Port opened a scanner hall in May 2018.",
        ),
        ("The Nelby Office opened 40 cases in March 2018.", "The Nelby Office opened 12 cases in May 2018."),
        ("The Nelby Office opened an inquiry in March 2018.", "The Nelby Office was opened in 2012."),
        ("The Nelby Office opens at eight in summer 2018.", "The Nelby Office was opened in 2012."),
        ("The Nelby Office was opened by the Minister in 2012.", "In March 2018 the Nelby Office was closed."),
        ("The Annual Conference was opened on 3 March 2017.", "The Annual Conference was opened on 5 March 2018."),
        (
            "The Customs Day was opened by the Minister on 26 January 2018.",
            "The Customs Day was opened by the Minister on 26 January 2017.",
        ),
        (
            "The Agreement on Mutual Assistance was signed with Ostland in June 2018.",
            "The Agreement on Mutual Assistance was signed with Karelland in September 2018.",
        ),
        (
            "The Agreement on Mutual Assistance with Ostland was signed in June 2018.",
            "The Agreement on Mutual Assistance with Karelland was signed in September 2018.",
        ),
        (
            "An agreement on mutual assistance was signed with Ostland in June 2018.",
            "An agreement on mutual assistance was signed with Karelland in September 2018.",
        ),
        (
            "A memorandum of understanding was signed in June 2018.",
            "A memorandum of understanding was signed in October 2018.",
        ),
        (
            "The Lakes Memorandum of Understanding was signed in June 2018.",
            "A protocol to the Lakes Memorandum of Understanding was signed in October 2018.",
        ),
        (
            "The Lakes Memorandum of Understanding was signed in June 2016.",
            "The Lakes Memorandum of Understanding was renewed in October 2018.",
        ),
        (
            "The Lakes Memorandum of Understanding was signed in June 2016.",
            "An amendment of the Lakes Memorandum of Understanding was signed in October 2018.",
        ),
        (
            "The Lakes Memorandum of Understanding was signed in June 2018.",
            "The Lakes Memorandum of Understanding entered into force in October 2018.",
        ),
        (
            "The Lakes Memorandum of Understanding was signed by Ostland in June 2018.",
            "The Lakes Memorandum of Understanding was signed by Karelland in October 2018.",
        ),
        ("Ostland signed the Holm Convention in June 2018.", "Karelland signed the Holm Convention in October 2018."),
        ("Ostland signed the Holm Convention in June 2018.", "The Holm Convention was signed in 1994."),
        (
            "Ostland ratified the Holm Convention in June 2018.",
            "Karelland ratified the Holm Convention in October 2018.",
        ),
        (
            "The Lakes Memorandum of Understanding was signed again in June 2018.",
            "The Lakes Memorandum of Understanding was signed in 2012.",
        ),
        (
            "The Lakes Memorandum of Understanding was first signed in 2012.",
            "The Lakes Memorandum of Understanding was signed in June 2018.",
        ),
        (
            "Under the agreement signed in June 2018, data are exchanged.",
            "The agreement signed in October 2018 covers fish.",
        ),
        ("The Customs Code entered into force on 1 May 2018.", "The Customs Code came into force in May 2018."),
        (
            "The Customs Code entered into force on 1 May 2018.",
            "Articles 4 to 9 of the Customs Code entered into force on 1 July 2018.",
        ),
        (
            "The Customs Code entered into force on 1 May 2018.",
            "The amendments to the Customs Code entered into force on 1 July 2018.",
        ),
        ("The Customs Code entered into force in 1998.", "The revised Customs Code entered into force on 1 July 2018."),
        ("The Customs Code entered into force in 1998.", "The new Customs Code entered into force on 1 July 2018."),
        ("The Customs Code was signed in March 2018.", "The Customs Code entered into force on 1 July 2018."),
        ("The Customs Code was adopted in March 2018.", "The Customs Code takes effect on 1 July 2019."),
        ("The Customs Code was published in March 2018.", "The Customs Code took effect on 1 July 2018."),
        (
            "Most provisions of the Customs Code entered into force on 1 May 2018.",
            "The Customs Code entered into full force on 1 July 2018.",
        ),
        (
            "The Customs Code entered into force for Ostland on 1 May 2018.",
            "The Customs Code entered into force for Karelland on 1 July 2018.",
        ),
        (
            "The Customs Code entered into force in Ostland on 1 May 2018.",
            "The Customs Code entered into force in Karelland on 1 July 2018.",
        ),
        (
            "The Customs Code provisionally entered into force on 1 May 2018.",
            "The Customs Code definitively entered into force on 1 July 2018.",
        ),
        ("The Fees Regulation entered into force in 2018.", "The Fees Regulation of 2012 entered into force in 2012."),
        ("The Customs Code was amended in 2016.", "The Customs Code was amended in 2018."),
        ("The Strategic Plan was adopted in 2014.", "The Strategic Plan was adopted in 2018."),
        ("The annual work plan was approved in January 2018.", "The annual work plan was approved in December 2018."),
        ("The budget was adopted in December 2017.", "The budget was adopted in December 2018."),
        (
            "The Single Window was launched in March 2018.",
            "The second phase of the Single Window was launched in September 2018.",
        ),
        (
            "The Single Window was launched in March 2018.",
            "A new version of the Single Window was launched in September 2018.",
        ),
        ("The Single Window was launched in March 2018.", "The Single Window was relaunched in September 2018."),
        (
            "The Single Window was launched in Torvik in March 2018.",
            "The Single Window was launched in Holm in September 2018.",
        ),
        (
            "The Single Window was launched at three ports in March 2018.",
            "The Single Window was launched at all ports in September 2018.",
        ),
        (
            "The Single Window was launched as a pilot in March 2018.",
            "The Single Window was launched nationwide in September 2018.",
        ),
        (
            "The pilot of the Single Window was launched in March 2018.",
            "The Single Window was launched in September 2018.",
        ),
        ("The Single Window pilot was launched in March 2018.", "The Single Window was launched in September 2018."),
        (
            "The Single Window went live for imports in March 2018.",
            "The Single Window went live for exports in September 2018.",
        ),
        (
            "The Single Window was launched for exporters in March 2018.",
            "The Single Window was launched for importers in September 2018.",
        ),
        (
            "The Single Window portal was launched in March 2018.",
            "The Single Window app was launched in September 2018.",
        ),
        ("The Single Window was designed in March 2017.", "The Single Window was launched in September 2018."),
        ("Development of the Single Window started in March 2016.", "The Single Window started in September 2018."),
        ("Work on the Single Window began in March 2016.", "The Single Window was launched in September 2018."),
        ("The Single Window was launched in 2018.", "The Single Window has been used since September 2018."),
        ("Operation Nightjar was launched in May 2017.", "Operation Nightjar II was launched in May 2018."),
        ("Operation Nightjar 2017 was launched in May 2017.", "Operation Nightjar 2018 was launched in May 2018."),
        ("Operation Nightjar was launched in May 2018.", "Operation Nightjar was carried out in June 2018."),
        (
            "Operation Nightjar was launched in May 2018 and again in October 2018.",
            "Operation Nightjar ended in November 2018.",
        ),
        ("Operation Nightjar is launched each year in May.", "Operation Nightjar was launched in October 2018."),
        ("A campaign was launched in May 2018.", "A campaign was launched in October 2018."),
        ("The joint operation was launched in May 2018.", "The joint operation was launched in October 2018."),
        ("The Service was founded in 1911.", "The Service was made an agency in 1992."),
        ("The Service was founded in 1911.", "The Service was re-established in 1992."),
        ("The Service was founded in 1911.", "The Service, in its present form, was established in 1992."),
        ("The Service was founded in 1911.", "The Service was established as an agency under the Ministry in 1992."),
        ("The Service established a laboratory in 1911.", "The Service established a canine unit in 1992."),
        ("The Service was founded in 1911.", "The Service has used dogs since 1921."),
        ("The Customs Academy was founded in 1974.", "The library of the Customs Academy was founded in 1984."),
        ("The Customs Academy was founded in 1974.", "The Customs Academy opened in 1976."),
        ("A task force was set up in March 2018.", "A task force was set up in October 2018."),
        ("A working group was established in May 2018.", "A working group was established in August 2018."),
        (
            "A contact point was established in Torvik in May 2018.",
            "A contact point was established in Holm in August 2018.",
        ),
        ("The Joint Border Committee was established in 2012.", "The Joint Border Committee set up a panel in 2018."),
        ("The Joint Border Committee met in May 2018.", "The Joint Border Committee met in October 2018."),
        (
            "The Joint Border Committee held its fourth meeting in May 2018.",
            "The Joint Border Committee held its fifth meeting in October 2018.",
        ),
        (
            "The Clearance Portal will be put into use by June 2019.",
            "The Clearance Portal will be put into use in 2019.",
        ),
        (
            "The Clearance Portal will be put into use by June 2019.",
            "The Clearance Portal will be extended by December 2019.",
        ),
        (
            "The Clearance Portal will be tested by June 2019.",
            "The Clearance Portal will be put into use by December 2019.",
        ),
        (
            "The Clearance Portal will be put into use for imports by June 2019.",
            "The Clearance Portal will be put into use for exports by December 2019.",
        ),
        ("The Service will train 40 officers by June 2019.", "The Service will train 80 officers by December 2019."),
        ("The Service will publish guidance by June 2019.", "The Service will publish guidance by December 2019."),
        (
            "The Clearance Portal was to be put into use by June 2018.",
            "The Clearance Portal will now be put into use by December 2019.",
        ),
        (
            "Putting the Clearance Portal into use, planned for June 2018, was postponed to December 2019.",
            "The Clearance Portal will be put into use by December 2019.",
        ),
        (
            "The first release of TOLLNET will enter into service in March 2020.",
            "The second release of TOLLNET will enter into service in March 2021.",
        ),
        ("TOLLNET release 1 will go live in March 2020.", "TOLLNET release 2 will go live in March 2021."),
        ("TOLLNET went live in Torvik in March 2018.", "TOLLNET went live in Holm in October 2018."),
        (
            "Norland joined the World Customs Organization in 1983.",
            "Karelland joined the World Customs Organization in 1987.",
        ),
        (
            "The Lakes Border Agreement was ratified by Ostland in May 2018.",
            "The Lakes Border Agreement was ratified by Karelland in November 2018.",
        ),
        ("The Nelby Office closed at noon on 24 December 2018.", "The Nelby Office was closed in March 2018."),
        ("The Nelby Office was closed from 3 to 7 March 2018.", "The Nelby Office was closed in August 2018."),
        ("The Nelby Office was temporarily closed in March 2018.", "The Nelby Office was closed in August 2018."),
        (
            "The Fisheries Agreement was extended in March 2018.",
            "The Fisheries Agreement was extended in October 2018.",
        ),
        (
            "The Fisheries Agreement was suspended in March 2018.",
            "The Fisheries Agreement was suspended in October 2018.",
        ),
        ("The Nelby Office was opened on 3 March.", "The Nelby Office was opened on 3 March 2018."),
        ("The Nelby Office was opened at the beginning of 2018.", "The Nelby Office was opened in January 2018."),
        ("The Nelby Office was opened in 2018.", "The Nelby Office, opened this year, has 12 staff."),
        (
            "The Nelby Office, which had been opened in May 2018, was busy in August 2018.",
            "The Nelby Office was opened in May 2018.",
        ),
        ("The Nelby Office was opened in spring 2018.", "The Nelby Office was opened in May 2018."),
        ("The Nelby Office was opened in late 2018.", "The Nelby Office was opened in November 2018."),
        ("The Nelby Office was opened before the summer of 2018.", "The Nelby Office was opened in May 2018."),
        ("The Nelby Office was opened by 1 June 2018.", "The Nelby Office was opened in May 2018."),
        ("The Nelby Office was opened after May 2018.", "The Nelby Office was opened in August 2018."),
        (
            "The Bridge Terminal was completed in June 2018.",
            "The second wing of the Bridge Terminal was completed in July 2018.",
        ),
        (
            "The planned opening of the Holm Office in May 2018 was given up.",
            "The Holm Office was opened in July 2018.",
        ),
        (
            "Ms Anna Lund was appointed Comptroller in May 2014.",
            "Ms Anna Lund was appointed Director General in July 2018.",
        ),
        ("Ms Anna Lund was appointed Comptroller in May 2018.", "Mr Bo Lind was appointed Collector in July 2018."),
        (
            "In May 2018 the Service signed a Mutual Recognition Arrangement.",
            "In July 2018 the Service signed a Mutual Recognition Arrangement.",
        ),
    ],
)
def test_dates_that_can_all_be_right(one: str, other: str) -> None:
    assert contradictions(one, other) == []
