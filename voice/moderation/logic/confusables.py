"""Letters drawn like other letters, and signs used in place of letters; pure data.

After Unicode Technical Standard 39 (confusables), kept to what a phone's keyboard or
a "fancy text" page gives; compatibility forms (wide, bold, circled) need no row, since
NFKD folds them.
"""

# Each run of look-alikes, all folded to the plain letter before it.
_DRAWN_LIKE = {
    "a": "аαɑᴀɐӑ⍺",
    "b": "вβƀʙɓБб฿",
    "c": "сϲᴄⅽƈ¢ҫ",
    "d": "ԁɗᴅđժ",
    "e": "еєεҽɛᴇǝəℯ",
    "f": "ƒſϝꜰք",
    "g": "ɡɢǥգց",
    "h": "һнհħʜ",
    "i": "іιıɪїӏ",
    "j": "јʝϳյᴊ",
    "k": "кκқᴋƙ",
    "l": "ℓłʟⅼӀ",
    "m": "мμᴍɱ",
    "n": "ոпηɴŋո",
    "o": "оοøσօᴏɵө",
    "p": "рρᴘþ",
    "q": "ԛզφ",
    "r": "гɾʀяг",
    "s": "ѕꜱʂտ",
    "t": "тτᴛŧ",
    "u": "υսᴜцԱ",
    "v": "νѵᴠ",
    "w": "ԝωѡᴡɯш",
    "x": "хχ",
    "y": "уүγʏყ",
    "z": "ᴢʐƶ",
    # The Arabic forms of Urdu letters, and the he that joins.
    "ی": "يىے",
    "ک": "ك",
    "ہ": "هۀةھۃ",
}
LOOK_ALIKES = {
    drawn: plain for plain, many in _DRAWN_LIKE.items() for drawn in many
} | {
    # Letters in squares and circles of their own, and flags, which NFKD leaves alone.
    chr(first + place): chr(ord("a") + place)
    for first in (0x1F150, 0x1F170, 0x1F1E6)
    for place in range(26)
}

# What people type in place of letters: su1c1de, k!ll, $elf h@rm.
STANDS_FOR = {
    "0": "o",
    "1": "il",
    "2": "z",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "gb",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    "$": "s",
    "!": "il",
    "|": "il",
    "+": "t",
    "£": "le",
    "€": "e",
    "(": "c",
    "%": "x",
}
# What people type over a letter: r*pe, k##l.
MASKS = frozenset("*#•·×")
