"""The evidence for inspectors: what an issued pack says, section by section.

Each module is one question inspectors ask, and makes its blocks of a paper from what
was issued or published alone: releases, replies, the statement, briefings.
"""
