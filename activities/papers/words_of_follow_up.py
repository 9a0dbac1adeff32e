"""What letters after an accountability decision say: recommendations, feedback at the end."""

from activities.papers.words import Form, Words, body, intro, last
from activities.papers.words_of_decisions import if_any, numbered, paragraphs

FOLLOW_UP: dict[str, Words] = {
    "recommendation_letter": Words(
        Form.LETTER,
        "纪检监察建议书",
        (
            intro("{{ 发文机关 }}在履行职责中，发现你单位存在下列问题："),
            *paragraphs("问题画像"),
            intro("根据有关规定，提出如下建议："),
            *numbered("整改建议"),
            body("请于{{ 整改期限 }}前完成整改，并书面报告结果。"),
            *if_any("整改节点", intro("请按下列节点报告进展："), *numbered("整改节点")),
            body(
                "{{ 发文机关 }}将到现场核实整改情况，并适时“回头看”。"
                "对拖延、推诿、拒不整改或者弄虚作假的，依规依纪依法追究责任。"
            ),
            last("特此建议。"),
        ),
    ),
    "feedback_letter": Words(
        Form.LETTER,
        "关于问责影响期满有关情况的反馈函",
        (
            body(
                "依据{{ 问责决定 }}，{{ 问责对象全称 }}受到{{ 问责措施 }}问责。"
                "{% if 影响期 %}影响期{{ 影响期 }}，现已期满。"
                "{% else %}该问责没有影响期，措施已执行完毕。{% endif %}"
            ),
            intro("影响期内的表现："),
            *paragraphs("影响期表现"),
            *if_any("历次回访", intro("回访情况："), *numbered("历次回访")),
            body(
                "现将上述情况予以反馈。对影响期满、表现好、符合条件的，"
                "请按照干部选拔任用的有关规定正常使用。"
            ),
            last("本函不代替干部选拔任用的程序。"),
        ),
    ),
}
