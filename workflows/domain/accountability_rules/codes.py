"""Codes that every pack shares: the rules speak of them, a jurisdiction only fills them in."""

from enum import StrEnum

from workflows.domain.text import Text


class SubjectKind(StrEnum):
    """A subject of a case is a team or an individual; Art. 12 and 13 have a ladder for each."""

    TEAM = "team"
    INDIVIDUAL = "individual"


class Level(StrEnum):
    """The rungs of the severity ladder, lightest first (rulebook 3.8)."""

    NONE = "NONE"
    LIGHT = "LIGHT"
    HEAVIER = "HEAVIER"
    SERIOUS = "SERIOUS"
    SANCTION = "SANCTION"
    TRANSFER = "TRANSFER"


LEVEL_LABELS: dict[Level, Text] = {
    Level.NONE: Text("不追究", "nothing to pursue"),
    Level.LIGHT: Text("情节较轻", "light"),
    Level.HEAVIER: Text("情节较重", "heavier"),
    Level.SERIOUS: Text("情节严重", "serious"),
    Level.SANCTION: Text("党纪政务处分", "sanction"),
    Level.TRANSFER: Text("移送司法机关", "transfer to justice"),
}


class Nature(StrEnum):
    """What kind of measure it is; appeal route and deciding body depend on it."""

    FORM = "form"
    ORGANISATIONAL = "organisational"
    PARTY_SANCTION = "party_sanction"
    ADMINISTRATIVE_SANCTION = "administrative_sanction"
    TALK = "talk"
    JUDICIAL = "judicial"


NATURE_LABELS: dict[Nature, Text] = {
    Nature.FORM: Text("问责方式", "form of accountability"),
    Nature.ORGANISATIONAL: Text("组织处理", "organisational handling"),
    Nature.PARTY_SANCTION: Text("党纪处分", "Party sanction"),
    Nature.ADMINISTRATIVE_SANCTION: Text("政务处分", "administrative sanction"),
    Nature.TALK: Text("谈话", "talk"),
    Nature.JUDICIAL: Text("移送司法", "judicial"),
}


class RestrictionKind(StrEnum):
    """What somebody may not get while a restriction runs (rulebook 3.10)."""

    EQUAL_POST = "EQUAL_POST"
    PROMOTION = "PROMOTION"
    LEADING_POST = "LEADING_POST"
    AWARD = "AWARD"


RESTRICTION_LABELS: dict[RestrictionKind, Text] = {
    RestrictionKind.EQUAL_POST: Text("担任与原职务相当的职务", "post equal to the former one"),
    RestrictionKind.PROMOTION: Text("提升职务", "promotion"),
    RestrictionKind.LEADING_POST: Text("担任领导职务", "leading post"),
    RestrictionKind.AWARD: Text("年度考核评优、评选先进", "excellent grade and awards of the year"),
}


class Fault(StrEnum):
    """Subjective fault (must no. 1 of the four musts, rulebook 3.5 G2)."""

    INTENT = "INTENT"
    NEGLIGENCE = "NEGLIGENCE"


class Manner(StrEnum):
    """How the ladder is applied (rulebook 3.9: 从轻、减轻、从重、加重、免予)."""

    NORMAL = "NORMAL"
    LIGHTER = "LIGHTER"
    REDUCED = "REDUCED"
    EXEMPT = "EXEMPT"
    HEAVIER = "HEAVIER"
    AGGRAVATED = "AGGRAVATED"


MANNER_LABELS: dict[Manner, Text] = {
    Manner.NORMAL: Text("按档次", "at the level"),
    Manner.LIGHTER: Text("从轻", "lighter within the level"),
    Manner.REDUCED: Text("减轻", "below the level"),
    Manner.EXEMPT: Text("免予", "exempt"),
    Manner.HEAVIER: Text("从重", "heavier within the level"),
    Manner.AGGRAVATED: Text("加重", "above the level"),
}
