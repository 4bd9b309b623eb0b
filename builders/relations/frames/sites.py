"""Sites without a name of their own, of which the place is told: "at 15 airports in A"."""

from __future__ import annotations

from collections.abc import Sequence

# where something is done without a name of its own: "at 15 *airports* in A and B"
_SITES = frozenset(
    "location locations place places site sites airport airports port ports office offices station stations "
    "point points post posts crossing crossings terminal terminals harbour harbours harbor harbors "
    "base bases building buildings premises warehouse warehouses "
    "town towns city cities facility facilities centre centres branch branches".split()
)
_SITE_REACH = 5
_LEADS_ON = ("in", "at", "of", "across", "throughout")


def inside_sites(following: Sequence[str]) -> int:
    """Where the place begins that holds sites without a name: "at 15 airports in *A* and B"; 0 where there are none."""
    for k, word in enumerate(following[:_SITE_REACH]):
        if word in _SITES and following[k + 1 : k + 2] and following[k + 1] in _LEADS_ON:
            return k + 2
    return 0
