"""Cleans what editors paste; the only place that calls bleach.

bleach gets no more security fixes from its authors (STACK.md); nh3 can take its
place behind this one function.
"""

import bleach

TAGS = frozenset(
    {"p", "br", "h2", "h3", "b", "strong", "i", "em", "ol", "ul", "li", "a"}
)
# Wagtail keeps a link to a page as its number; linktype and id carry it.
ATTRIBUTES = {"a": ["href", "linktype", "id"]}
PROTOCOLS = frozenset({"https", "http", "mailto", "tel"})


def clean_html(html: str) -> str:
    """Return `html` with nothing left in it but headings, lists, links and stress."""
    return bleach.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        protocols=PROTOCOLS,
        strip=True,
        strip_comments=True,
    )
