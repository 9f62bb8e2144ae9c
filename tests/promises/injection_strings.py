"""Two hundred strings that try to run, each naming itself; written by us.

`MARK` in each is replaced by its number, so that what ran can be told.
"""

RUN = "window.__ran=(window.__ran||[]).concat(MARK)"

SHAPES = [
    "<script>{run}</script>",
    "<ScRiPt>{run}</sCrIpT>",
    "<script\t>{run}</script\n>",
    "<script src=data:text/javascript,{run}></script>",
    "<script type=module>{run}</script>",
    "</title><script>{run}</script>",
    "</textarea><script>{run}</script>",
    "</style><script>{run}</script>",
    "--><script>{run}</script><!--",
    "]]><script>{run}</script>",
    "</option></select><script>{run}</script>",
    "<img src=x onerror={run}>",
    "<img src=x onerror='{run}'>",
    '"><img src=x onerror="{run}">',
    "'><img src=x onerror='{run}'>",
    "` ><img src=x onerror=`{run}`>",
    "<img/src=x/onerror={run}>",
    "<image src=x onerror={run}>",
    "<svg onload={run}>",
    "<svg/onload={run}>",
    "<svg><script>{run}</script></svg>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<svg><set onbegin={run} attributeName=x>",
    "<svg><a xlink:href=javascript:{run}><text y=20>x</text></a></svg>",
    "<svg><foreignObject><img src=x onerror={run}></foreignObject></svg>",
    "<math><mtext></mtext><img src=x onerror={run}></math>",
    "<math href=javascript:{run}>x</math>",
    "<iframe srcdoc='<script>parent.{run}</script>'></iframe>",
    "<iframe src='javascript:parent.{run}'></iframe>",
    "<object data='javascript:{run}'></object>",
    "<embed src='javascript:{run}'>",
    "<body onload={run}>",
    "<body onpageshow={run}>",
    "<input autofocus onfocus={run}>",
    "<select autofocus onfocus={run}></select>",
    "<textarea autofocus onfocus={run}></textarea>",
    "<a autofocus tabindex=1 onfocus={run}>x</a>",
    "<details open ontoggle={run}>x</details>",
    "<video src=x onerror={run}></video>",
    "<video><source src=x onerror={run}></video>",
    "<audio src=x onerror={run}></audio>",
    "<marquee onstart={run}>x</marquee>",
    "<link rel=stylesheet href=x onerror={run}>",
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<base href='javascript:{run}//'>",
    "<form action='javascript:{run}'><button autofocus>x</button></form>",
    "<div style='animation-name:x' onanimationstart={run}>x</div>",
    "<style>@keyframes x{{}}</style><b style=animation-name:x onanimationstart={run}>x</b>",
    '" autofocus onfocus="{run}" x="',
    "' autofocus onfocus='{run}' x='",
    '" onmouseover="{run}" style="position:fixed;inset:0" x="',
    "javascript:{run}",
    "JaVaScRiPt:{run}",
    "java\tscript:{run}",
    "data:text/html,<script>{run}</script>",
    "{{{{constructor.constructor('{run}')()}}}}",
    "${{{run}}}",
    "{{% load x %}}<script>{run}</script>",
    "';{run};//",
    '";{run};//',
    "`;{run};//",
    "\\';{run};//",
    "</script><script>{run}</script>",
    "<!--<script>{run}//-->",
    "<noscript><p title='</noscript><img src=x onerror={run}>'>",
    "<template><script>{run}</script></template>",
    "<x-y onclick={run} autofocus tabindex=0>x</x-y>",
]

WRAPS = [
    "{}",
    "\u202e{}\u202c",
    "a\u200b{}\ufeff",
    "my name is {} and &lt;b&gt; &#60;script&#62;",
]
WANTED = 200


def strings() -> list[str]:
    """Return two hundred strings, each marking itself with its number when it runs."""
    made = [wrap.format(shape.format(run=RUN)) for wrap in WRAPS for shape in SHAPES]
    return [
        text.replace("MARK", str(number)) for number, text in enumerate(made[:WANTED])
    ]
