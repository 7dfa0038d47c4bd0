"""Furniture by its form, in lines of no particular page; and prose that looks like it."""

from __future__ import annotations

import pytest

from kg.loaders import furniture

FURNITURE = """\
Log in or create an account to follow this topic
Please enable JavaScript to view the comments
Sign up for our daily newsletter
You are commenting using your Google account.
Click here to read more about our cookie policy
Enter your email address
Follow @dailyglobe on Twitter
Last Updated: Thursday, 28 June 2007, 00:42 GMT 01:42 UK
Posted 3 hours ago
Home | World | Business | Sport | Travel
Africa Asia Europe Americas Oceania Arctic Antarctic
Home » News » 2016 » March
© 2014 Evening Post Ltd. All rights reserved.
The Globe is not responsible for the content of other sites.
12 comments
Share
E-mail this
%d users like this
{{ article.title }}
<div class="teaser">
Leave a Reply
3 Responses to "The old depot"
Related stories
Editors' picks
More on this story
Advertisement
https://www.example.org/a/b
Next page »
Image source, Getty Images
This material may not be reproduced without prior written permission.
November 30th, 2010 Leave a comment Go to comments
You can unsubscribe from this list at any time.
"""

PROSE = """\
The government is not responsible for the attack, the minister said.
The committee discussed copyright with the Chinese minister on Monday.
The views expressed by the ambassador angered Moscow.
The bank's registered office is in Geneva.
Venezuela has bought fighter planes from Russia.
Facebook said its users could share posts and videos with friends from next week.
"Please help us," the mayor told reporters outside the hospital.
The government will print more money, subscribe to new debt and share the costs.
Watch towers were built along the border in 1961.
Report: Minister took bribes from oil firm
Read the treaty as you will, it gives Peru the island.
Please inform the Foreign Minister of our concern and report his response.
The company sells advertising on websites in twelve countries.
He signed up for the army in 1914.
Has China's housing bubble burst?
The US sees Venezuela as a destabilising force in the region
Security Council Secretary Igor Ivanov
Search continues for missing plane
Twitter shares fall after chief executive leaves
Visit of the Delegation from Tampere
Hugo Chavez arrives in Moscow
"You can buy from whoever you like if you have a terminal," he said.
You will therefore tell the President that we cannot accept his terms.
The law gives you the right to see your files, the commissioner said.
"""


@pytest.mark.parametrize("line", FURNITURE.splitlines())
def test_furniture(line: str) -> None:
    assert furniture.is_furniture(line)


@pytest.mark.parametrize("line", PROSE.splitlines())
def test_prose(line: str) -> None:
    assert not furniture.is_furniture(line)


def test_letters_hold_nothing_that_only_a_page_has() -> None:
    letter = (
        "Please send me your comments.",
        "Request comments.",
        "[Here follows discussion of Algeria.]",
        "Comments",
        "See the text of his message.",
    )
    assert not any(furniture.is_certain(line) for line in letter if line != "Comments")
    assert furniture.may_be_heading("Comments")
    assert not furniture.may_be_heading("Advertisement")
