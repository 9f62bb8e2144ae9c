"""What the open survey of the story says in Polish, by question key and part."""

POLISH_READER = "Agnieszka Wrona (invented)"

IN_POLISH = {
    "leaving-care-my-way": {
        ("", "title"): "Wyjście z pieczy, po mojemu",
        ("", "introduction"): (
            "Pięć krótkich stron o wychodzeniu z pieczy (care). Pomiń, co chcesz."
        ),
        ("", "thanks"): (
            "To, co mówisz, trafia do osób, które mogą coś zmienić. "
            "Powiemy ci, co zrobią."
        ),
        ("ready", "prompt"): "Na ile czujesz, że możesz już mieszkać samodzielnie?",
        ("ready", "low"): "Jeszcze wcale",
        ("ready", "high"): "W pełni",
        ("help_with", "prompt"): "W czym chcesz pomocy?",
        ("help_with", "option.money"): "Pieniądze i rachunki",
        ("help_with", "option.cooking"): "Gotowanie",
        ("help_with", "option.company"): "Żeby nie być bez nikogo",
        ("help_with", "option.papers"): "Listy i formularze",
        ("help_with", "option.work"): "Praca albo nauka",
        ("someone_to_ring", "prompt"): "Czy masz do kogo zadzwonić w nocy?",
        ("someone_to_ring", "option.yes"): "Tak",
        ("someone_to_ring", "option.no"): "Nie",
        ("someone_to_ring", "option.not_sure"): "Nie mam pewności",
        ("easier", "prompt"): "Co ułatwi wychodzenie z pieczy?",
        ("easier", "help"): "Napisz tyle, ile chcesz.",
        ("if_it_is_hard", "prompt"): "O niektórych z tych spraw trudno myśleć",
        ("if_it_is_hard", "help"): (
            "Możesz teraz z kimś porozmawiać. Childline jest za darmo, "
            "w dzień i w nocy: 0800 1111."
        ),
    },
}
