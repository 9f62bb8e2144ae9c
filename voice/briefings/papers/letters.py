"""What Word must be told of language and direction, which python-docx does not say."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from voice.inputs import direction_of

FONT = "Arial"
# Word's own tags for languages that have a country in theirs.
TAGS = {"en": "en-GB", "ur": "ur-PK", "pa": "pa-IN", "bn": "bn-BD", "ar": "ar-SA"}


def tag_of(language: str) -> str:
    """Return the tag by which Word knows a language."""
    return TAGS.get(language, language)


def is_from_right(language: str) -> bool:
    """Say whether a language runs from the right."""
    return direction_of(language) == "rtl"


def element(name: str, /, **said: str) -> Any:
    """Return a Word element with its attributes, as `element("w:lang", val="en-GB")`."""
    made = OxmlElement(name)
    for attribute, value in said.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def turn(paragraph: Paragraph, language: str) -> None:
    """Tell Word which way a paragraph runs."""
    if is_from_right(language):
        paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
            element("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )


def speak(run: Run, language: str) -> None:
    """Tell Word which language a run is in, and which way it runs."""
    said = run._r.get_or_add_rPr()  # noqa: SLF001
    if is_from_right(language):
        said.append(element("w:rtl"))
    said.append(language_element(language))


def language_element(language: str) -> Any:
    """Return the element that names a language, on the side of the scripts it is of."""
    if is_from_right(language):
        return element("w:lang", bidi=tag_of(language))
    return element("w:lang", val=tag_of(language))


def dress(style: Any) -> None:
    """Set a style in one font that every office has, in ink, upright, for any script."""
    said = style.element.get_or_add_rPr()
    for name in ("w:rFonts", "w:color", "w:i", "w:iCs"):
        for old in said.findall(qn(name)):
            said.remove(old)
    said.insert(0, element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    for old in said.findall(qn("w:szCs")):
        said.remove(old)
    for size in said.findall(qn("w:sz")):
        size.addnext(element("w:szCs", val=size.get(qn("w:val"))))
