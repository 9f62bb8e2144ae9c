from surveys.logic.definition import in_order, question_words, survey_words
from tests.factories.answering import whole_definition


def test_telephone_number_stays_in_order_between_urdu_words():
    assert in_order("فون: 0800 1111۔ 07700 900 111") == (
        "فون: 0800\xa01111۔ 07700\xa0900\xa0111"
    )
    assert in_order("8 to 11, or 0 1 2") == "8 to 11, or 0\xa01\xa02"


def test_words_of_questions_and_surveys_keep_numbers_in_order():
    definition = whole_definition()
    question = definition["questions"][0]
    question["wordings"]["ur"][""] |= {"prompt": "0800 1111", "help": "0800 1112"}
    definition["wordings"]["ur"][""] |= {
        "introduction": "0800 1113",
        "thanks": "0800 1114",
    }
    asked = question_words(question, language="ur", age_band="")
    assert (asked["prompt"], asked["help"]) == ("0800\xa01111", "0800\xa01112")
    words = survey_words(definition, language="ur")
    assert (words["introduction"], words["thanks"]) == ("0800\xa01113", "0800\xa01114")
