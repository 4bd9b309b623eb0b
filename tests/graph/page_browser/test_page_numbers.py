"""The page of the file stands under a quotation."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from customs_kg.graph.view import build_view
from tests.graph.page_browser.conftest import Opener
from tests.graph.test_pages import paged_facts

pytestmark = pytest.mark.browser
FACTS = paged_facts()


def test_a_quotation_from_a_pdf_names_its_page(opened: Opener) -> None:
    figure = next(f for f in build_view([FACTS]).figures if f.stated == "BHD 4.23 billion")
    found = opened(f"#f={figure.id}", facts=FACTS)
    caption = found.page.locator("#panel .quote figcaption")
    expect(caption).to_contain_text("II CONTROL · page 2 · about character 433 of ruritania.txt")
    found.assert_quiet()
