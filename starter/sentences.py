"""What exceptions say when a shape does not fit, in Chinese.

The domain's own exceptions speak English, for those who maintain it; a clerk reads Chinese.
"""

SENTENCES: dict[str, str] = {
    "application: required for entry APPLICATION, and only for it": (
        "application：依申请（APPLICATION）立项须写，其他不写"
    ),
    "handled_as: required for UNIT_OR_COLLECTIVE, and only for it": (
        "handled_as：对单位或者集体（UNIT_OR_COLLECTIVE）须写，其他不写"
    ),
    "handled_as: name the route of the handling organ": "handled_as：应写承办机关自身的路径",
    "related: other matters, not this one": "related：写其他事项的编号，不写本件",
    "scope: required for MEETING, CIRCULAR, MEDIA, and only for these": (
        "scope：会议、通报、媒体澄清须写，其他不写"
    ),
    "meeting: required for meeting_notice and minutes, and only for them": (
        "meeting：会议通知和纪要须写，其他不写"
    ),
    "reasons: required for reply, and only for it": "reasons：书面答复（reply）须写，其他不写",
    "methods: each method once": "methods：每种方式只写一次",
    "points: each point once": "points：每个问题只写一次",
    "points: each id once": "points：每个编号只写一次",
    "ended_on and points belong together: both, or neither": (
        "ended_on 与 points 应同时写或同时不写"
    ),
    "measures: each measure once": "measures：每种方式只写一次",
    "last_day must be after since": "last_day 应晚于 since",
    "measures: required for outcome CHANGED, and only for it": (
        "measures：变更（CHANGED）须写，其他结论不写"
    ),
    "visitors: each officer once": "visitors：每人只写一次",
    "items: each id once": "items：每个编号只写一次",
    "held: each situation once": "held：每种情形只写一次",
    "materials_complete_on is before received_on": "materials_complete_on 早于 received_on",
    "measures: required for outcome MEASURES, and only for it": (
        "measures：予以问责（MEASURES）须写，其他不写"
    ),
    "measures: each code once": "measures：每种措施只写一次",
    "role: PARTY_TEAM and DI_TEAM are teams, the others persons": (
        "role：PARTY_TEAM、DI_TEAM 是班子（TEAM），其他是个人（PERSON）"
    ),
    "username and password_file belong together": "username 与 password_file 应同时写",
    "security none would send the password in clear: use starttls or tls": (
        "security 为 none 会明文发送密码：请用 starttls 或 tls"
    ),
    "url: use https, or say insecure = true": "url：请用 https，或者写 insecure = true",
    "key_file and {key} in url belong together": "key_file 与 url 中的 {key} 应同时写",
}
