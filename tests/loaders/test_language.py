"""In what language is a text?"""

from __future__ import annotations

import pytest

from kg.loaders import language

TEXTS = {
    "en": "The minister visited the city yesterday and sold the government several ships, as his office said in a statement "
    "that was published on Monday.",
    "de": "Der Minister besuchte gestern die Stadt und verkaufte der Regierung mehrere Schiffe, wie das Amt mitteilte, das "
    "sich nicht weiter dazu äußern wollte.",
    "fr": "Le ministre a visité la ville hier et a vendu plusieurs navires au gouvernement, selon un communiqué publié par "
    "ses services dans la soirée.",
    "es": "El ministro visitó ayer la ciudad y vendió varios barcos al gobierno, según un comunicado que fue publicado por "
    "la oficina de prensa el lunes.",
    "it": "Il ministro ha visitato ieri la città e ha venduto diverse navi al governo, come si legge in una nota che è stata "
    "pubblicata nella serata di lunedì.",
    "nl": "De minister bezocht gisteren de stad en verkocht verschillende schepen aan de regering, zo staat het in een "
    "verklaring van zijn bureau die maandag werd gepubliceerd.",
    "ru": "Министр вчера посетил город и продал правительству несколько кораблей, сообщило ведомство.",
    "zh": "部长昨天访问了该市,并向政府出售了几艘船,该办公室在一份声明中说。",
    "ar": "زار الوزير المدينة أمس وباع للحكومة عدة سفن، حسبما ذكر مكتبه في بيان.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_detect(code: str, text: str) -> None:
    assert language.detect(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "VENEZUELA HAS BOUGHT FIGHTER PLANES FROM RUSSIA, AND THE MINISTER SAID THAT THE COUNTRY WOULD BUY MORE OF THEM IN "
        "THE NEXT YEAR.",
        "Saw Dayal four p.m. yesterday to review present situation. Said understood warrant for arrest Lumumba had been "
        "issued but that service would be delayed.",
        'He said "der Minister" and "die Regierung" to us in Berlin, which is not what the paper had in its report about '
        "the visit to the city of Bonn.",
    ],
)
def test_english_of_another_kind(text: str) -> None:
    assert language.detect(text) == "en"


@pytest.mark.parametrize("text", ["", "Berlin", "Guten Tag, Herr Minister", "12 34 56", "Lukoil – Gazprom – Rosneft"])
def test_a_few_words_are_not_judged(text: str) -> None:
    assert language.detect(text) is None


def test_every_language_has_a_name() -> None:
    assert all(code in language.NAMES for code, _, _ in language.SCRIPTS)
