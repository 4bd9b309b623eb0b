"""Names in another language, whose later words have no capital: "Direction nationale des douanes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.word_shapes import OPENERS, PARTICLES, is_capital

_HEADS = frozenset(
    "Direction Dirección Direção Direzione Administración Administração Amministrazione Servicio Serviço Servizio "
    "Agencia Agência Agence Agenzia Ministère Ministerio Ministério Ministero Guardia Garde Policía Polícia "
    "Polizia Gendarmerie Secretaría Secretaria Secrétariat Superintendencia Autoridad Autoridade Autorité "
    "Autorità Receita Oficina Fiscalía Procuraduría Comisión Comissão Consejo Conseil Junta Aduana Aduanas "
    "Alfândega Douane Dogana Hauptzollamt École Ecole Escuela Escola Institut Instituto Istituto Centro Cellule "
    "Ufficio Bureau Portail Douanes Brigade Inspection "
    "Unidad Unidade Unité Brigada Société Sociedad Puerto Porto Aéroport Aeropuerto Aeroporto Poste Puesto Código "
    "Loi Ley Lei Ventanilla Guichet Janela Sistema Système Programa Proyecto Projeto Plataforma Registro "
    "Opération Operación Operação Operazione Zona".split()
)
_TIES = PARTICLES | frozenset("et e y d l aux à en para por pour dei delle dello degli della und für das zur".split())
_AFTER = re.compile(r"(?:du|des|de|del|do|da|dos|das|della|dei|delle|degli|di|la|las|los|les|le|pour|para|por)$")
_SMALL = frozenset("of or that is was were has had have are be been will would can may not if".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*$")


def foreign_end(tokens: Sequence[Token], first: int) -> int:
    """The end of a name that a token opens in another language; `first` where no word without a capital follows."""
    if tokens[first].text not in _HEADS:
        return first
    at = first + 1
    while at < len(tokens) and tokens[at].start <= tokens[at - 1].end + 1 and _goes_on(tokens, at):
        at += 1
    while at > first + 1 and tokens[at - 1].text in _TIES:
        at -= 1
    shown = any(not is_capital(t) for t in tokens[first + 1 : at])
    return at if shown else first


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to the name: one that ties, one behind it, one that English lacks, one with a capital."""
    word = tokens[at].text
    if not _WORD.match(word) or (word.islower() and (word in OPENERS or word in _SMALL) and word not in _TIES):
        return False
    behind = bool(_AFTER.match(tokens[at - 1].text))
    return word in _TIES or behind or is_capital(tokens[at]) or not is_english(word)
