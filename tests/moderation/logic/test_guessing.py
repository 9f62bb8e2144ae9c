"""Invented comments in the languages young people here speak, misspelt as they write."""

import logging

import pytest

from voice.moderation.logic.guessing import guessed_language

SAID = {
    "en": [
        "come wen u say",
        "my worker is gd n listens 2 me",
        "i h8 it here tbh",
        "she dont listen 2 me",
        "they moved me 3 times",
        "i want to see my brother more",
        "nobody tells me anything",
        "its ok i guess",
        "Jade is the best",
        "stop changing my worker",
        "more trips pls",
        "i dont no",
        "she never answers her fone",
        "less meetings in school",
        "let me stay with nan",
        "my room is cold",
        "wanna go home",
        "nothing really",
        "be on time",
        "sort out contact with mum",
    ],
    "ur": [
        "میری ورکر اچھی ہے",
        "مجھے گھر جانا ہے",
        "وہ میری بات نہیں سنتی",
        "مجھے اپنی امی سے ملنا ہے",
        "سکول میں بہت شور ہے",
    ],
    "pl": [
        "lubię moją panią",
        "chcę do domu",
        "gdzie jest mama",
        "nie wiem co powiedzieć",
        "chciałbym częściej widzieć brata",
    ],
    "ar": ["انا اريد البيت", "لا احد يستمع لي", "اريد ان ارى امي"],
    "uk": ["хочу додому до мами", "ніхто мене не слухає"],
    "fa": ["دوست دارم برم خونه", "هیچ کس به من گوش نمی دهد"],
    "ro": [
        "vreau acasa la mama",
        "nimeni nu ma asculta",
        "vreau sa-l vad pe fratele meu",
    ],
    "fr": ["Je veux voir ma mère", "personne ne m'écoute"],
    "sq": ["Më mungon nëna ime", "askush nuk më dëgjon"],
    "so": ["Waxaan rabaa inaan guriga aado", "qofna ima dhagaysto"],
    "pa": ["ਮੈਨੂੰ ਘਰ ਜਾਣਾ ਹੈ"],
    "tr": ["eve gitmek istiyorum", "kimse beni dinlemiyor"],
}


def test_a_guess_is_seldom_wrong_and_says_nothing_when_unsure():
    guesses = [
        (language, guessed_language(words))
        for language, said in SAID.items()
        for words in said
    ]
    spoken = [(language, guess) for language, guess in guesses if guess]
    right = [language for language, guess in spoken if language == guess]
    assert (len(guesses), len(spoken), len(right)) == (49, 36, 35)


@pytest.mark.parametrize(
    "words", ["", "ok", "idk", "👍👍👍👍👍👍👍", "12345678", " \n\r\n "]
)
def test_nothing_is_guessed_of_next_to_nothing(words):
    assert guessed_language(words) == ""


def test_line_breaks_do_not_stop_a_guess():
    assert guessed_language("میری ورکر\r\nاچھی ہے\n") == "ur"


def test_no_word_reaches_a_log(caplog):
    caplog.set_level(logging.DEBUG)
    guessed_language("zanzibar " * 500)
    assert "zanzibar" not in caplog.text
