"""What the text checks look for in each language they know. Patterns are tried on text in lower case.

These are short lists of everyday words. They can miss a wording and can be satisfied by a chance one, so a person
still reads the text; a language without a list is reported as not checked.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Words(NamedTuple):
    """The words of one language, by what they show."""

    machine: re.Pattern[str]
    """That a machine is at work."""
    generic: frozenset[str]
    """Words that say nothing more than that AI is in use somewhere."""
    safety: frozenset[str]
    """A purpose that is too vague to stand alone."""
    filler: frozenset[str]
    """Words that add nothing to it."""
    biometric: re.Pattern[str]
    generated: re.Pattern[str]
    rights: re.Pattern[str]
    interest: re.Pattern[str]
    safeguard: re.Pattern[str]
    terms: re.Pattern[str]
    """Places in which a notice is hidden."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


EN = Words(
    machine=re.compile(
        r"\b(ai|artificial intelligence|machines?|computers?|robots?|chatbots?|software|algorithms?"
        r"|automatic(ally)?|automated)\b"
    ),
    generic=_set(
        "this that the a an our your we you it is in on of by and with site website page app service system place"
        " uses use using used powered based may artificial intelligence ai technology tools virtual digital smart"
        " assistant assistants helper"
    ),
    safety=_set("safety security safe secure protection protect"),
    filler=_set(
        "for your our everyone everybody people s the of and public general to keep you this area place is are under"
        " in operation on at all cctv camera cameras video surveillance monitoring monitored recording recorded images"
        " we use used it purpose purposes reason reasons here"
    ),
    biometric=re.compile(r"\b(biometric\w*|faces?|facial|fingerprints?|voice ?prints?|iris|retinas?|palms?)\b"),
    generated=re.compile(
        r"\b(ai[- ])?(generated|synthetic|artificial(ly)?|manipulated|deep ?fakes?)\b"
        r"|\b(made|written|spoken|drawn) by (an? )?(ai|machine|computer)\b"
    ),
    rights=re.compile(r"\brights?\b|\bobject\b|\bsay no\b|\bask\b[^.]*\b(see|copy|correct|delete|erase|remove)\b"),
    interest=re.compile(r"\binterests?\b"),
    safeguard=re.compile(r"\b(adequa\w+|safeguards?|protect\w*|clauses?|contracts?|agreements?|rules|certif\w+)\b"),
    terms=re.compile(
        r"\b(terms (and conditions|of (use|service))|privacy (policy|notice|statement)|manual|small print|menu)\b"
    ),
)
DE = Words(
    machine=re.compile(
        r"\b(ki|künstliche[rn]? intelligenz|maschinen?|computers?|rechner|roboter|chatbots?|software"
        r"|algorithm\w+|automati\w+)\b"
    ),
    generic=_set(
        "diese dieser dieses die der das ein eine unser unsere ihr ihre wir sie es ist in auf von mit und hier seite"
        " website webseite app dienst system ort nutzt nutzen verwendet setzt ein auf basiert künstliche künstlicher"
        " intelligenz ki technik virtueller virtuelle digitaler digitale smarter assistent assistentin assistenten"
    ),
    safety=_set("sicherheit schutz sicherheitsgründen sicherheitszwecken sicher"),
    filler=_set(
        "zu zur zum ihrer ihre ihrem eurer unserer unsere für die der das den dem des aller alle allgemeinen"
        " öffentlichen und von dient dienen dieser diese bereich wird ist sind videoüberwacht überwacht kamera kameras"
        " videoüberwachung überwachung aus gründen im in zweck zwecke zwecken hier"
    ),
    biometric=re.compile(r"\b(biometri\w*|gesicht\w*|fingerabdr\w*|stimmabdr\w*|iris|netzhaut|handfläche\w*)\b"),
    generated=re.compile(
        r"\b(ki-)?(generiert\w*|erzeugt\w*|synthetisch\w*|künstlich\w*|manipuliert\w*|deep ?fakes?)\b"
        r"|\bvon (einer )?(ki|maschine)\b"
    ),
    rights=re.compile(
        r"\brechte?n?\b|\bwidersprech\w+\b|\bwiderspruch\b|\bnein sagen\b"
        r"|\b(bitten|fragen|verlangen|lassen)\b[^.]*\b(ansehen|sehen|zeigen|kopie|berichtigen|korrigieren|löschen)\b"
    ),
    interest=re.compile(r"\binteresse\w*\b"),
    safeguard=re.compile(
        r"\b(angemessen\w*|garantie\w*|geschützt\w*|schützen|schutz\w*|\w*klauseln?|vertrag\w*|verträge\w*|regeln"
        r"|zertifi\w+)\b"
    ),
    terms=re.compile(
        r"\b(nutzungsbedingungen|geschäftsbedingungen|agb|datenschutzerklärung|handbuch|kleingedruckt\w*|menü)\b"
    ),
)
ES = Words(
    machine=re.compile(
        r"\b(ia|inteligencia artificial|máquinas?|ordenador(es)?|computador\w*|robots?|chatbots?|software"
        r"|algoritmos?|automátic\w+|automatizad\w+)\b"
    ),
    generic=_set(
        "este esta esto el la los las un una nuestro nuestra su tu es en de con por y aquí sitio web página aplicación"
        " app servicio sistema lugar usa utiliza se uso basado inteligencia artificial ia tecnología virtual digital"
        " inteligente asistente"
    ),
    safety=_set("seguridad protección seguro segura proteger"),
    filler=_set(
        "por para su tu vuestra nuestra la el los las de del y en a todos todas pública general esta este zona área"
        " lugar está videovigilada vigilada cámara cámaras videovigilancia vigilancia motivos razones fines aquí"
    ),
    biometric=re.compile(r"\b(biométric\w*|rostros?|caras?|facial(es)?|huellas?|iris|retinas?|palmas?)\b"),
    generated=re.compile(
        r"\b(generad\w+|sintétic\w+|artificial(es|mente)?|manipulad\w+|deep ?fakes?)\b"
        r"|\bhech\w+ (por|con) (una )?(ia|máquina)\b"
    ),
    rights=re.compile(
        r"\bderechos?\b|\boponer\w*\b|\bdecir que no\b"
        r"|\bp[ei]d\w+\b[^.]*\b(ver\w*|copia|correg\w+|corrij\w+|borr\w+|elimin\w+)\b"
    ),
    interest=re.compile(r"\binter(és|eses)\b"),
    safeguard=re.compile(
        r"\b(adecua\w+|garant\w+|proteg\w+|protec\w+|cláusulas?|contratos?|acuerdos?|normas|certific\w+)\b"
    ),
    terms=re.compile(
        r"\b((términos|condiciones) (y condiciones|de uso|generales)|(política|aviso) de privacidad|manual"
        r"|letra pequeña|menú)\b"
    ),
)
FR = Words(
    machine=re.compile(
        r"\b(ia|intelligence artificielle|machines?|ordinateurs?|robots?|chatbots?|logiciels?|algorithmes?"
        r"|automati\w+)\b"
    ),
    generic=_set(
        "ce cet cette le la les l un une notre votre nous vous il est en de d du avec par et ici site web page"
        " application appli service système lieu utilise utilisé sur basé intelligence artificielle ia technologie"
        " virtuel virtuelle numérique intelligent intelligente assistant assistante"
    ),
    safety=_set("sécurité sûreté protection protéger"),
    filler=_set(
        "pour par votre vos notre nos la le les l de d du des et en à a tous toutes publique générale cette ce zone"
        " lieu espace est sous vidéosurveillance vidéoprotection caméra caméras surveillance raison raisons mesure"
        " fin fins ici"
    ),
    biometric=re.compile(r"\b(biométri\w*|visages?|facial\w*|empreintes?|iris|rétines?|paumes?)\b"),
    generated=re.compile(
        r"\b(générée?s?|synthétiques?|artificiel\w*|manipulée?s?|deep ?fakes?|hypertrucages?)\b"
        r"|\b(faite?s?|créée?s?) par (une )?(ia|machine)\b"
    ),
    rights=re.compile(
        r"\bdroits?\b|\bopposer\b|\bdire non\b|\brefuser\b"
        r"|\bdemand\w+\b[^.]*\b(voir|copie|corriger|rectifier|effacer|supprimer)\b"
    ),
    interest=re.compile(r"\bintérêts?\b"),
    safeguard=re.compile(
        r"\b(adéqua\w+|garanti\w+|protég\w+|protec\w+|clauses?|contrats?|accords?|règles|certifi\w+)\b"
    ),
    terms=re.compile(
        r"\b(conditions (générales|d.utilisation)|politique de confidentialité|mode d.emploi|manuel"
        r"|petits caractères|menu)\b"
    ),
)
WORDS: dict[str, Words] = {"en": EN, "de": DE, "es": ES, "fr": FR}
