from urllib.parse import urlsplit

import html5lib
import pytest

from cms.cleaning import ATTRIBUTES, PROTOCOLS, TAGS, clean_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mi xlink:href='data:x,<script>alert(4)</script>'></math>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href=x onclick=alert(1) style='background:url(x)'>x</a>",
    "<p style='position:fixed'>x</p>",
    "<iframe src='https://evil.example'></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action='https://evil.example'><input name=pw></form>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>@import 'https://evil.example'</style>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<!--<img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<p><b><i>unclosed",
    "</p></div><script>alert(1)",
    "<embed embedtype='media' url='https://evil.example'/>",
    "<template><script>alert(1)</script></template>",
    "<a href='//evil.example' target=_blank>x</a>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_hostile_is_left(html):
    cleaned = clean_html(html)
    tree = html5lib.parseFragment(cleaned, namespaceHTMLElements=False)
    for element in tree.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in TAGS
        assert set(element.keys()) <= set(ATTRIBUTES.get(element.tag, []))
        scheme = urlsplit(element.get("href") or "").scheme
        assert scheme in PROTOCOLS | {""}


@pytest.mark.parametrize("html", HOSTILE)
def test_cleaning_twice_is_cleaning_once(html):
    assert clean_html(clean_html(html)) == clean_html(html)


def test_what_editors_mean_is_kept():
    meant = (
        "<h2>Who reads it</h2><p>A <b>person</b> does. "
        '<a href="https://calderwick.example/">More</a></p>'
        '<ul><li><a linktype="page" id="3">Here</a></li></ul>'
    )
    assert clean_html(meant) == meant
