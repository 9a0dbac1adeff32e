"""What templates of an accountability case may print, beside what every template may."""

from workflows.domain.text import Text

PARAGRAPHS = Text("逐段（循环）", "by paragraph (a loop)")
ITEMS = Text("逐项（循环）", "one by one (a loop)")


def _loop(zh: str, en: str, how: Text) -> Text:
    return Text(f"{zh}，{how.zh}", f"{en}, {how.en}")


ACCOUNTABILITY: dict[str, Text] = {
    "拟问责对象": _loop("拟问责对象的单位、职务、姓名", "subjects with unit and post", ITEMS),
    "问责对象": Text("问责对象的姓名或者名称", "name of the person or team"),
    "问责对象全称": Text("问责对象的单位、职务、姓名", "unit, post and name of the subject"),
    "问责对象称谓": Text(
        "正文对问责对象的称呼：主送本人为“你”，主送班子为“你单位”，否则写姓名、名称",
        "how the text addresses or names the subject, depending on to whom it goes",
    ),
    "认定事实": _loop("认定的事实", "the facts found", PARAGRAPHS),
    "履责依据": _loop("职责的依据", "where the duty comes from", PARAGRAPHS),
    "启动理由": _loop("启动问责的理由", "why accountability should start", PARAGRAPHS),
    "问责依据": Text("所依据的办法", "the rules that are applied"),
    "责任认定": _loop("各对象的责任和情形", "liability and charges by subject", ITEMS),
    "陈述申辩": _loop("对象的陈述和申辩", "statement and defence of the subjects", PARAGRAPHS),
    "有关情节": _loop(
        "容错认定和从轻、从重等情节", "tolerance and other circumstances", PARAGRAPHS
    ),
    "处理建议": _loop("对各对象的处理建议", "the measures proposed by subject", ITEMS),
    "责任类别": Text("如主要领导责任，可能为空", "such as main leading liability; may be empty"),
    "问责情形": _loop("条款和情形", "articles and charges", ITEMS),
    "决定理由": _loop("决定的理由", "reasons of the decision", PARAGRAPHS),
    "决定事项": Text(
        "给予的问责措施，或者免予问责、不予问责",
        "the measures given, or that there are none",
    ),
    "问责措施": Text("问责措施，以顿号隔开", "the measures"),
    "限制事项": _loop("限制及其首日、末日", "restrictions with first and last day", ITEMS),
    "申诉途径": _loop("申诉的机关和期限", "to whom to appeal, and until when", ITEMS),
    "问责决定": Text(
        "所涉的问责决定：日期、名称、文号", "the decision in question, with its number"
    ),
    "申诉日期": Text("提出申诉的日期", "when the appeal was filed"),
    "受理日期": Text("受理申诉的日期", "when the appeal was accepted"),
    "申诉理由": _loop("申诉的理由", "grounds of the appeal", PARAGRAPHS),
    "复查情况": _loop("复查查明的情况", "what the review found", PARAGRAPHS),
    "复查结论": Text("维持、变更或者撤销原决定", "upheld, changed or revoked"),
    "不加重说明": Text("没有加重问责，可能为空", "that nothing was aggravated; may be empty"),
    "保留措施": Text("变更、纠正后的问责措施，可能为空", "the measures that remain; may be empty"),
    "纠正缘由": Text("因何纠正", "why it is corrected"),
    "撤销措施": Text("被撤销的问责措施", "the measures withdrawn"),
    "纠正日期": Text("纠正生效的日期", "from when the correction counts"),
    "终止限制": _loop("终止的限制", "the restrictions that end", ITEMS),
    "更正档案": Text("更正哪些档案", "the files that are corrected"),
    "原公布范围": Text("原决定的公布范围，可能为空", "where it was published; may be empty"),
    "问题画像": _loop("单位存在的问题", "what is wrong in the unit", PARAGRAPHS),
    "整改建议": _loop(
        "对人员、事项、制度的建议", "recommendations on persons, matters and systems", ITEMS
    ),
    "整改期限": Text("完成整改的期限", "until when it is to be rectified"),
    "整改节点": _loop("报告进展的节点", "when progress is reported", ITEMS),
    "影响期": Text(
        "影响期的首日、末日，可能为空", "first and last day of the impact period, if any"
    ),
    "影响期表现": _loop("影响期内的表现", "performance in the impact period", PARAGRAPHS),
    "历次回访": _loop("历次回访的日期、方式、结果", "each revisit: day, form, result", ITEMS),
    "回访提纲": _loop("回访的提纲", "outline of the revisit", PARAGRAPHS),
    "回访时间": Text("回访的日期，可能为空", "when the revisit was; may be empty"),
    "回访方式": Text("直接访、集中访或者电话访，可能为空", "form of the revisit; may be empty"),
    "回访人员": Text("回访人员，可能为空", "who visited; may be empty"),
    "谈话记录": _loop("谈话的记录", "record of the talk", PARAGRAPHS),
    "单位意见": _loop("所在单位的意见", "opinion of the unit", PARAGRAPHS),
    "回访结果": Text("好、一般或者较差，可能为空", "grade of the revisit; may be empty"),
    "困难诉求": _loop("困难和诉求", "difficulties and wishes", ITEMS),
}
