"""Holds a codebook to the published REFI-QDA schema, as far as that schema goes.

Reads Codebook.xsd itself: sequences of elements with their occurrences, attributes,
booleans and patterns are all it uses (XML Schema 1.0, part 1).
"""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

XSD = "{http://www.w3.org/2001/XMLSchema}"
SCHEMA = ET.parse(Path(__file__).with_name("Codebook.xsd")).getroot()
NAMESPACE = "{" + SCHEMA.get("targetNamespace") + "}"
TYPES = {one.get("name"): one for one in SCHEMA if one.get("name")}
BUILT_IN = {"xsd:string": ".*", "xsd:boolean": "true|false|1|0"}


def faults(content):
    """Return what is wrong with a codebook file, one sentence a fault."""
    root = ET.fromstring(content)
    if root.tag != f"{NAMESPACE}CodeBook":
        return [f"{root.tag} is not a CodeBook"]
    return list(_faults(root, TYPES["CodeBookType"]))


def _faults(element, kind):
    """Yield the faults of an element of a complex type, and of those in it."""
    yield from _attribute_faults(element, kind)
    if (element.text or "").strip():
        yield f"{element.tag} holds words"
    children = list(element)
    for particle in kind.iterfind(f"{XSD}sequence/{XSD}element"):
        most = particle.get("maxOccurs", "1")
        taken = 0
        while children and children[0].tag == NAMESPACE + particle.get("name"):
            if most != "unbounded" and taken == int(most):
                break
            yield from _of_type(children.pop(0), particle.get("type"))
            taken += 1
        if taken < int(particle.get("minOccurs", "1")):
            yield f"{element.tag} has no {particle.get('name')}"
    yield from (f"{child.tag} is out of place" for child in children)


def _of_type(element, name):
    """Yield the faults of an element of a type by its name."""
    if name in BUILT_IN:
        yield from (f"{child.tag} in {element.tag}" for child in element)
    else:
        yield from _faults(element, TYPES[name])


def _attribute_faults(element, kind):
    """Yield attributes that are missing, unknown, or of another form."""
    declared = {one.get("name"): one for one in kind.iterfind(f"{XSD}attribute")}
    for name, one in declared.items():
        if one.get("use") == "required" and name not in element.attrib:
            yield f"{element.tag} has no {name}"
    for name, value in element.attrib.items():
        if name not in declared:
            yield f"{element.tag} has {name}"
        elif not re.fullmatch(_pattern(declared[name].get("type")), value, re.S):
            yield f"{name} is {value!r}"


def _pattern(name):
    """Return the pattern of a simple type."""
    if name in BUILT_IN:
        return BUILT_IN[name]
    return TYPES[name].find(f".//{XSD}pattern").get("value")
