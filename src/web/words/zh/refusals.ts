import type { RefusalFacts } from '../../../kernel/refusal.ts'
import type { PhoneRefusal } from '../say-refusal.ts'
import { limitReachedZh } from './limits.ts'
import { namedZh as named } from './named.ts'

/** Whether the server asks to wait before the next attempt. */
const waits = (seconds: RefusalFacts[string] | undefined): seconds is number =>
  typeof seconds === 'number' && seconds > 0
const sayWait = (seconds: number): string =>
  seconds < 100 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`

/** What a form calls the fields that the server names when their content is refused. */
const fieldNames: Record<string, string> = {
  words: '反映的内容',
  address: '地址',
  'contact.name': '称呼',
  'contact.phone': '手机号',
  photos: '照片',
  occurredAt: '发生时间',
  reason: '理由',
  note: '说明',
}

/** Every "no" in words, each with what the reader can do next. */
const refusals: Record<PhoneRefusal, (facts: RefusalFacts) => string> = {
  sign_in_needed: () => '请先登录，再做这一步。',
  sign_in_wrong: ({ waitSeconds }) =>
    waits(waitSeconds)
      ? `账号、密码或验证码不对，或者试得太快。请等 ${sayWait(waitSeconds)}再试。`
      : '账号、密码或验证码不对。请核对后再试；忘了密码请找本单位管理员重设。',
  code_wrong: ({ waitSeconds }) =>
    waits(waitSeconds)
      ? `验证码不对，或者试得太快。请等 ${sayWait(waitSeconds)}，用最新的验证码再试。`
      : '验证码不对，或者已经用过。请等手机上换了新的验证码再填。',
  passkey_wrong: () => '这个通行密钥没有通过，可能已经移除，或者等得太久。请再试一次，或者换一种方式登录。',
  fresh_sign_in_needed: ({ minutes }) =>
    `为了确认是您本人，请先退出，再登录一次，${typeof minutes === 'number' ? `登录后 ${minutes} 分钟内` : '登录后马上'}回到这里来添加。`,
  password_change_needed: () => '现在的密码别人也知道。请先换一个只有您自己知道的密码。',
  second_factor_needed: () => '您的岗位要求登录时再填一个动态验证码。请先设好再办事。',
  not_permitted: () => '您的岗位没有这项权限。需要的话，请向本单位管理员申请。',
  client_secret_needed: () => '这部手机还没有识别码。请刷新页面再试一次。',
  too_many_requests: ({ seconds }) =>
    `操作太频繁了，请${typeof seconds === 'number' ? `等 ${seconds} 秒` : '过几分钟'}再试。急事请直接打电话。`,
  try_again_soon: () => '系统正在恢复，请过几秒再试。已填的内容还在。',
  codes_not_sent: () => '本区还没有接通验证码短信，暂时不能用手机号登录。不登录也能反映问题，凭回执查进度。',
  code_not_sent: () => '验证码没有发出去。请过一会儿再试，或者不登录直接反映问题。',
  input_invalid: ({ field }) => `有内容填得不对${named(fieldNames[String(field)])}，请改好后再提交。`,
  not_found: () => '没有找到，可能编号写错了，或者您没有查看的权限。请核对后再试。',
  form_out_of_date: () => '这一页放得太久，或者浏览器不留 Cookie。请先复制写好的话，重新打开这一页再提交。',
  request_id_reused: () => '这一份已经提交过，内容却不一样。请刷新页面，重新填写后提交。',
  version_conflict: () => '您打开之后，别人已经改过这一项。请刷新看到最新内容后再操作。',
  file_too_large: ({ maxMegabytes }) =>
    `文件太大${maxMegabytes ? `，最大 ${maxMegabytes} MB` : ''}，请换一个小一些的。`,
  file_kind_not_accepted: ({ kind }) =>
    `不能收这种文件${named(kind)}。照片请用 JPG、PNG、HEIC 或 WebP，表格请用 .xlsx 或 .csv。`,
  area_outside_district: () => '这个地点不在本区范围内。请核对地点，或者向当地反映。',
  matter_unknown: ({ matter }) => `事项目录里没有这一项${named(matter)}。请从目录里另选一项。`,
  area_unknown: ({ area }) => `没有找到这个区域${named(area)}。请重新选择，或者用文字写明地址。`,
  password_same: () => '新密码和原来的一样。请换一个不同的。',
  second_factor_stands: () => '动态验证码已经设好了。要换手机，请先停用再重新设置。',
  second_factor_missing: () => '这个账号没有设动态验证码。',
  session_unknown: () => '这台设备已经退出登录了。请刷新页面。',
  passkey_unknown: () => '这个通行密钥已经移除了。请刷新页面。',
  passkey_limit: ({ most }) =>
    `${typeof most === 'number' ? `通行密钥最多 ${most} 个` : '通行密钥已经够多了'}。请先移除不用的，再添加。`,
  own_post_needed: () => '您现在是代班。这一步要由管理员本人来办。',
  delegation_unknown: () => '这次代班已经结束，或者已经收回。请刷新后再看。',
  delegation_post_not_own: () => '只能委托您自己的岗位。代别人的班，不能再转给第三个人。',
  delegation_to_self: () => '不能委托给自己。请选一位同事。',
  delegation_person_unfit: () => '这位不能代这个班。请选同单位、同街道社区的同事。',
  delegation_too_long: ({ days }) =>
    `一次代班${typeof days === 'number' ? `最长 ${days} 天` : '太长了'}。请改早一点结束，到期可以再委托。`,
  delegation_stands_already: () => '这几天已经委托给这位同事了，不用再办。',
  home_place_wrong: () => '房屋要挂在社区里的楼栋、小区或网格上。请重新选位置。',
  home_exists: () => '这栋楼里已经有这个门牌了。请直接打开那一户。',
  home_ended: () => '这套房屋已经注销，不能再登记。请核对门牌。',
  home_lived_in: () => '还有人登记在这里。请先登记他们搬走，再注销房屋。',
  identity_number_wrong: ({ fault }) =>
    ({
      form: '身份证号应为 18 位。请对照证件再填一遍。',
      area: '身份证号开头的地区码不存在。请对照证件再填一遍。',
      date: '身份证号里的出生日期不存在。请对照证件再填一遍。',
      check_digit: '身份证号的最后一位对不上，多半有一位填错了。请对照证件再填一遍。',
      lost_digits: '身份证号的末几位被表格软件改成了 0。请找到原件补全，并把那一列设为文本。',
    })[String(fault)] ?? '身份证号不对。请对照证件再填一遍。',
  identity_differs: ({ field }) =>
    field === 'sex'
      ? '填写的性别与身份证号不一致。请核对其中一项。'
      : '填写的出生日期与身份证号不一致。请核对其中一项。',
  identity_in_use: () => '这个身份证号已登记在另一个姓名下。请对照证件；确有错误的，请报社区更正。',
  guardian_needed: () => '未满 14 周岁，要先选监护人，由监护人同意。',
  lives_there_already: () => '这个人已经登记在住。请刷新后再看。',
  occupancy_ended: () => '已经登记过搬走了。请刷新后再看。',
  day_in_future: () => '日期还没到。请填今天或以前的日期。',
  day_before_move_in: ({ fromDay }) => `搬走的日期早于搬来的日期${named(fromDay)}。请改日期。`,
  day_before_last_home: ({ fromDay }) => `搬来的日期早于搬到上一处住址的日期${named(fromDay)}。请改日期。`,
  own_entry_not_found: () => '登记里没有用这个手机号的人。请联系社区核对登记的号码。',
  own_entry_wrong_end: () => '身份证号后四位对不上。请核对后再试，或联系社区。',
  own_entry_needed: () => '请先用身份证号后四位找到本人的登记。',
  rights_asked_already: () => '同样的请求已经提过，正在办理。请等答复。',
  rights_answered: () => '这个请求已经答复过了。请刷新后再看。',
  rights_taken_back: () => '这个请求已经收回，不用再办。请刷新后再看。',
  care_ended: () => '这条关爱标记已经结束。请刷新后再看。',
  emergency_first: () => '这听起来是急事：请先打 110、119 或 120。确认不是急事后，可以继续提交。',
  case_review_not_ahead: () => '复查日期要在今天之后。请改日期。',
  case_move_not_allowed: () => '这件事现在走不了这一步，可能别人刚处理过。请刷新后再看。',
  case_moved_on: () => '您做完以后，这件事又重新交办过。请看看现在的情况，再决定要不要发。',
  case_evidence_missing: ({ evidence }) =>
    evidence === 'photo'
      ? '这类事项办结要有现场照片。请补上照片再提交。'
      : evidence === 'note'
        ? '这类事项办结要写明处理情况。请补充说明再提交。'
        : '办结材料还不齐。请按事项要求补上照片或说明再提交。',
  case_reason_needed: () => '这一步要写明理由。请补充后再提交。',
  photo_used_already: () => '有照片已经用过了。请重新选这张照片再提交。',
  alert_taken: () => '这件急事已经有同事在处理。',
  case_already_rated: () => '您已经评价过了。如果问题又出现，可以重新反映。',
  nothing_to_acknowledge: () => '没有要您阅知的督办。',
  case_request_pending: () => '已有一份同样的申请在等审批。请等结果出来。',
  case_limit_reached: limitReachedZh,
  case_condition_needed: () => '挂账要写明等什么条件。请补充后再提交。',
  case_arbitration_binds: () =>
    '这件事中心已经裁定由你们单位办，不能再退。办不完可以申请延期，或者请别的单位协办。',
  case_occurred_in_future: () => '发生时间不能晚于现在。请改正时间。',
  visit_day_over: () => '走访只能在当天撤回。',
  channel_first: () => '这类事有专门受理的地方，保密也更好。看过以后，仍可以在这里提问。',
  complaint_first: () => '这像是对工作人员的意见，在这里问，本人会看到。请用“我要反映”。',
  question_ended: () => '这个问题已经有人回过了。请刷新后再看。',
  checklist_unknown: () => '排查清单对不上这个小区。请联网重新打开这一页，再发一次。',
  grid_day_not_today: ({ day }) => `驻点日当天才能签到${named(day)}。`,
  checked_in_already: () => '已经签过到了，不用再签。',
  check_in_day_over: () => '签到只能在当天撤回。',
  not_on_roster: () => '您不在这个网格的驻点名单上。请找社区核对联系关系。',
  hand_over_no_seat: () => '您没有要交接的岗位。请选自己的或代班的岗位。',
  hand_over_own: () => '自己交的班不能自己接。请同岗位的同事或代班的人来接。',
  hand_over_ended: () => '这个班已经有人接了，或者重新交过。请刷新后再看。',
  question_taken_back: () => '提问的人已经收回了这个问题，不用再回答。请刷新后再看。',
}

export const refusalsZh = {
  byCode: refusals,
  /** A newer server may say a "no" that this page does not know yet. */
  unknown: '这一页可能不是最新的，请刷新页面再试。',
}
