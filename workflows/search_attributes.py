"""The namespace's search attributes: the one list for registration, workflows and commands.

The server reads their values in clear: short words and ids only, never a person's name.
"""

from temporalio.common import SearchAttributeKey

CASE_NUMBER = SearchAttributeKey.for_keyword("CaseNumber")
MATTER_KIND = SearchAttributeKey.for_keyword("MatterKind")
STAGE = SearchAttributeKey.for_keyword("Stage")
DUE_AT = SearchAttributeKey.for_datetime("DueAt")
ORGAN = SearchAttributeKey.for_keyword("Organ")
OFFICER = SearchAttributeKey.for_keyword("Officer")
AWAITED_ROLE = SearchAttributeKey.for_keyword("AwaitedRole")
RULE_PACK = SearchAttributeKey.for_keyword("RulePack")
IMPACT_END = SearchAttributeKey.for_datetime("ImpactEnd")
TAGS = SearchAttributeKey.for_keyword_list("Tags")
RELATED = SearchAttributeKey.for_keyword_list("Related")

ALL = (
    CASE_NUMBER,
    MATTER_KIND,
    STAGE,
    DUE_AT,
    ORGAN,
    OFFICER,
    AWAITED_ROLE,
    RULE_PACK,
    IMPACT_END,
    TAGS,
    RELATED,
)
