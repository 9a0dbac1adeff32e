"""Who may act and who is told: the roles of rulebook 0.5 that matters name."""

from enum import StrEnum

from workflows.domain.text import Text


class Role(StrEnum):
    """A role in the officers' directory, or an addressee outside it."""

    UNDERTAKING_DEPARTMENT = "undertaking_department"
    DEPARTMENT_PRINCIPAL = "department_principal"
    PRINCIPAL = "principal"
    LEADER_IN_CHARGE = "leader_in_charge"
    COMMISSION_SECRETARY = "commission_secretary"
    CASE_MANAGEMENT_DEPARTMENT = "case_management_department"
    PARTY_GROUP_PRINCIPAL = "party_group_principal"
    TOWNSHIP_PARTY_PRINCIPAL = "township_party_principal"
    NEXT_HIGHER_PARTY_ORGANISATION = "next_higher_party_organisation"
    APPLICANT = "applicant"
    CALENDAR = "calendar"
    REGISTRY = "registry"
    LINKED_MATTER = "linked_matter"
    ADJUDICATION_OFFICE = "adjudication_office"
    UPPER_ORGAN = "upper_organ"
    PARTY_COMMITTEE = "party_committee"
    ORGANISATION_HR = "organisation_hr"
    RESPONSIBLE_UNIT = "responsible_unit"
    INTERNAL_SUPERVISION = "internal_supervision"


ROLE_LABELS: dict[Role, Text] = {
    Role.UNDERTAKING_DEPARTMENT: Text("承办部门", "undertaking department"),
    Role.DEPARTMENT_PRINCIPAL: Text(
        "承办部门主要负责人", "principal of the undertaking department"
    ),
    Role.PRINCIPAL: Text("本机构主要负责人", "principal of the body"),
    Role.LEADER_IN_CHARGE: Text("分管领导", "leader in charge"),
    Role.COMMISSION_SECRETARY: Text("纪委书记", "commission secretary"),
    Role.CASE_MANAGEMENT_DEPARTMENT: Text("案件监督管理部门", "case management department"),
    Role.PARTY_GROUP_PRINCIPAL: Text("党组（党委）主要负责人", "principal of the Party group"),
    Role.TOWNSHIP_PARTY_PRINCIPAL: Text(
        "乡镇（街道）党（工）委主要负责人", "principal of the township Party committee"
    ),
    Role.NEXT_HIGHER_PARTY_ORGANISATION: Text("上一级党组织", "next higher Party organisation"),
    Role.APPLICANT: Text("申请人", "applicant"),
    Role.CALENDAR: Text("日历", "calendar"),
    Role.REGISTRY: Text("文书登记", "document registry"),
    Role.LINKED_MATTER: Text("关联事项", "linked matter"),
    Role.ADJUDICATION_OFFICE: Text("审理室", "adjudication office"),
    Role.UPPER_ORGAN: Text("上级纪检监察机关", "upper discipline-inspection organ"),
    Role.PARTY_COMMITTEE: Text("党委（党组）", "Party committee"),
    Role.ORGANISATION_HR: Text("组织人事部门", "organisation and personnel department"),
    Role.RESPONSIBLE_UNIT: Text("责任单位", "responsible unit"),
    Role.INTERNAL_SUPERVISION: Text("纪检监察干部监督部门", "internal supervision department"),
}
