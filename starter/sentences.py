"""What exceptions say when a shape does not fit or a system does not start, in Chinese.

Exceptions speak English, for those who maintain the program; a clerk reads Chinese.
"""

import re

from workflows.domain.text import Text

SENTENCES: dict[str, str] = {
    "application: required for entry APPLICATION, and only for it": (
        "application：依申请（APPLICATION）立项须写，其他不写"
    ),
    "handled_as: required for UNIT_OR_COLLECTIVE, and only for it": (
        "handled_as：对单位或者集体（UNIT_OR_COLLECTIVE）须写，其他不写"
    ),
    "handled_as: name the route of the handling organ": "handled_as：应写承办机关自身的路径",
    "scope: required for MEETING, CIRCULAR, MEDIA, and only for these": (
        "scope：会议、通报、媒体澄清须写，其他不写"
    ),
    "methods: each method once": "methods：每种方式只写一次",
    "points: each point once": "points：每个问题只写一次",
    "points: each id once": "points：每个编号只写一次",
    "ended_on and points belong together: both, or neither": (
        "ended_on 与 points 应同时写或同时不写"
    ),
    "held: each situation once": "held：每种情形只写一次",
    "materials_complete_on is before received_on": "materials_complete_on 早于 received_on",
}

HINDRANCES: tuple[tuple[str, str], ...] = (
    (r"port (\d+) is taken by another program", r"端口 \1 已被其他程序占用"),
    (r"zhengming is running on (.+) already", r"\1 上已有 zhengming up 在运行"),
    (r"(.+) is for real matters; .+", r"\1 用于真实事项：演练请用 --data 另选目录"),
    (r"(.+) is for rehearsals; .+", r"\1 用于演练：真实事项请用 --data 另选目录"),
    (r"the data directory (.+) cannot be used: (.+)", r"数据目录 \1 不能使用（\2）"),
    (r"the record store cannot be opened \((.+)\)", r"记录库打不开（\1）"),
    (r"the Temporal server has stopped by itself; .+", "Temporal 服务端自行停止：请重新启动"),
    (r"the Temporal server stopped(.*)", r"Temporal 服务端启动后即停止\1"),
    (r"the Temporal server does not answer(.*)", r"Temporal 服务端没有响应\1"),
    (r"the program 'temporal' is not installed: .+", "没有安装 temporal 程序：请运行 make setup"),
    (r"there is no key ring at (.+)", r"没有密钥环 \1：请先运行 zhengming up"),
    (r"the key ring (.+) is damaged \((.+)\)", r"密钥环 \1 已损坏（\2）"),
    (r"no Temporal server answers at (.+)", r"\1 没有 Temporal 服务端应答"),
)
"""What keeps a system from starting or answering; the places stay as they are."""


def hindrance(cause: object) -> Text:
    """Return what is in the way, in both languages; an unknown one stays in English."""
    english = str(cause)
    for pattern, chinese in HINDRANCES:
        found = re.fullmatch(pattern, english)
        if found:
            return Text(found.expand(chinese), english)
    return Text(english, english)
