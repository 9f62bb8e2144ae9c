import pytest

from surveys.logic.css import (
    fixed_tokens,
    only,
    rules_of,
    selectors_of,
    tokens_needed,
    tokens_used,
    with_one_bold,
    with_tokens,
    with_values,
    written,
)

SHEET = """
/* Said { to people; */
@layer one, two;
@layer one {
  .card > .title:is(h2, h3), a:hover + b { color: var(--ink); margin: 0.5rem  -0.25em; }

  @media (width >= 40rem) and (height < 30rem) { .card { color: #ffffff !important; } }
}
@layer one { td { width: calc(100% - 1px); } }
@keyframes grow { 0%, 100% { opacity: 0; } }
"""


def test_a_sheet_is_written_small_and_means_the_same():
    assert written(rules_of(SHEET)) == (
        "@layer one,two;"
        "@layer one{.card>.title:is(h2,h3),a:hover+b{color:var(--ink);margin:.5rem -.25em}"
        "@media (width>=40rem) and (height<30rem){.card{color:#fff!important}}"
        "td{width:calc(100% - 1px)}}"
        "@keyframes grow{0%,100%{opacity:0}}"
    )


def test_what_is_written_is_read_as_the_same_rules():
    once = written(rules_of(SHEET))
    assert written(rules_of(once)) == once


def test_selectors_are_parted_outside_brackets_alone():
    about = "a:is(b, c:not(d, e)), f:not(:lang(ur),:lang(ar)) g"
    assert selectors_of(about) == [
        "a:is(b, c:not(d, e))",
        " f:not(:lang(ur),:lang(ar)) g",
    ]


def test_only_the_wanted_selectors_are_left_and_nothing_empty():
    left = only(rules_of(SHEET), lambda one: "card" not in one and one != "td")
    assert written(left) == (
        "@layer one,two;"
        "@layer one{a:hover+b{color:var(--ink);margin:.5rem -.25em}}"
        "@keyframes grow{0%,100%{opacity:0}}"
    )


TOKENS = rules_of(
    ":root{color-scheme:light;--ink:#000;--house:var(--teal);--teal:#0aa;--odd:1px}"
    "[data-colour=plum]{--house:var(--plum)}@media print{:root{--odd:2px}}"
)


def test_a_token_brings_the_tokens_that_it_looks_up():
    used = tokens_used(rules_of("@layer a{a{color:var(--house,var(--x))}}"))
    assert used == {"--house", "--x"}
    assert tokens_needed(used, TOKENS) == {"--house", "--x", "--teal", "--plum"}


def test_a_sheet_of_tokens_keeps_those_alone_and_what_is_no_token():
    kept = with_tokens(TOKENS, frozenset({"--house", "--teal"}))
    assert written(kept) == (
        ":root{color-scheme:light;--house:var(--teal);--teal:#0aa}"
        "[data-colour=plum]{--house:var(--plum)}"
    )


def test_a_block_that_is_never_closed_is_refused():
    with pytest.raises(ValueError, match="never closed"):
        rules_of("@layer a { b { c: d; }")


FIXED = rules_of(
    "@layer tokens{:root{--a:1px;--b:calc(var(--a) + 2px);--c:3px;--d:var(--c);--e:4px}"
    "[data-x]{--c:5px}@media print{:root{--e:6px}}.f{--f:7px}}"
)


def test_a_token_is_fixed_when_it_is_declared_once_on_the_root_and_stands_on_no_other():
    assert fixed_tokens(FIXED) == {"--a": "1px", "--b": "calc(1px + 2px)"}


def test_fixed_tokens_are_written_as_their_values_and_others_looked_up():
    rules = rules_of("@media print{.g{margin:var(--b) var(--c);width:var(--f,1px)}}")
    written_out = written(with_values(rules, fixed_tokens(FIXED)))
    assert written_out == (
        "@media print{.g{margin:calc(1px + 2px) var(--c);width:var(--f,1px)}}"
    )


def test_every_bold_weight_becomes_one_and_a_plain_one_stays():
    rules = rules_of(
        "@layer base{h1{font-weight:800}.a{font-weight:600}.b{font-weight:400}}"
    )
    assert written(with_one_bold(rules)) == (
        "@layer base{h1{font-weight:700}.a{font-weight:700}.b{font-weight:400}}"
    )
