import type { Act, PostKind } from '../../../people/contract.ts'
import type { PermissionCell } from '../../../people/permission/contract.ts'

/** Acts that posts have or have not; the others are everybody's. */
export type TableAct = Exclude<
  Act,
  'case.accept' | 'case.follow' | 'case.rate' | 'board.read' | 'community.read' | 'community.ask'
>

const acts: Record<TableAct, string> = {
  'case.see': '查看诉求',
  'case.accept_on_behalf': '代居民登记诉求',
  'case.screen': '甄别诉求',
  'case.dispatch': '派单',
  'case.decide': '批延期、挂起和退单',
  'case.arbitrate': '裁定由谁办（二次退单）',
  'case.sign': '签收派来的诉求',
  'case.handle': '记录办理过程',
  'case.resolve': '办结',
  'case.request': '申请延期、挂起或退单',
  'case.reply': '答复居民',
  'case.publish': '公开诉求',
  'case.check': '核查办理结果',
  'case.press': '督办：给办理单位下督办件',
  'case.close': '结案',
  'case.see_reporter': '查看反映人的姓名电话',
  'case.erase': '删除反映人的信息',
  'register.see': '查看住户登记',
  'register.update': '更新住户登记',
  'register.see_identity': '查看完整身份证号',
  'register.export': '导出住户名单',
  'register.import': '导入住户名单',
  'rights.answer': '答复个人信息请求',
  'register.count': '看人口和房屋的数目',
  'grid.see': '看自己网格的情况',
  'alert.see': '接紧急情况',
  'whistle.see': '看吹哨',
  'whistle.blow': '吹哨',
  'whistle.answer': '应哨报到',
  'whistle.coordinate': '审哨、统筹和催办',
  'whistle.rate': '给部门打分',
  'whistle.advise': '提干部建议',
  'mediation.conduct': '调解纠纷（看得到当事人和他们说的）',
  'mediation.count': '看纠纷的数目和起因',
  'station.see': '看工作站谁在岗',
  'station.keep': '设立、撤销工作站',
  'action.see': '看联合行动',
  'action.lead': '给工作站排班、牵头联合行动',
  'action.answer': '答复联合行动的任务',
  'emergency.declare': '启动和结束应急状态、演练',
  'hand_over.keep': '交班、接班，看值班日志',
  'assessment.see': '看考核',
  'assessment.claim': '申请剔除、提异议',
  'assessment.mark': '评部门协办和支持',
  'assessment.decide': '审定考核、定公式',
  'community.publish': '发社区公告',
  'community.answer': '回复居民提问',
  'round.see': '看问题排查和驻点日',
  'round.walk': '到小区排查',
  'round.set': '定排查清单和驻点日',
  'grid_day.check_in': '驻点日签到',
  'report.write': '给工作报告写按语',
  'import.run': '导入别的系统的诉求',
  'export.run': '导出名单和表格',
  'area.manage': '管理区域和地图',
  'unit.manage': '管理单位',
  'body.manage': '管理组织和职务',
  'link.manage': '管理联系和包联',
  'matter.manage': '管理事项目录',
  'calendar.manage': '管理工作日历',
  'people.manage': '管理账号、岗位和权限',
  'channel.manage': '管理往工作群发的消息',
  'journal.verify': '核验记录没有被改过',
}

type Reach = PermissionCell['reaches'][number]

const ownArea: Partial<Record<PostKind, string>> = {
  street_desk: '本街道（镇）',
  community_desk: '本社区（村）',
  grid_leader: '本网格',
  grid_worker: '本网格',
}

const reaches: Record<Exclude<Reach, 'own_area'>, string> = {
  own_unit: '本单位承办的',
  below_district: '全区，不含保密的',
  district: '全区',
}

export const consolePermissionsZh = {
  title: '权限',
  lead: '每类岗位能办什么、管多大范围。改了以后，所有人下一次点击就按新的来；每次改动都记录在案。',
  actOf: (act: string): string => (acts as Record<string, string>)[act] ?? '已取消的权限',
  reach: (reach: Reach, kind: PostKind): string =>
    reach === 'own_area' ? (ownArea[kind] ?? '本区域') : reaches[reach],
  none: '不给',
  groups: {
    intake: '受理和派单',
    handling: '办理',
    answering: '答复和结案',
    whistles: '吹哨报到',
    assessment: '双向考核',
    persons: '居民的个人信息',
    territory: '网格和社区',
    district: '全区的基础数据',
    oversight: '账号和监督',
  },
  kind: '看哪类岗位',
  kept: '不能拿掉',
  changedFrom: (reach: string) => `系统原来是：${reach}`,
  never: (n: number) => `这类岗位不能有的权限（${n}）`,
  because: {
    administrators_only: '只有管理员能有，免得自己给自己开权限',
    persons: '会看到居民的个人信息，这类岗位的工作用不着',
    runs_not_reads: '管理员管系统，不看居民的诉求',
    other_work: '是别的岗位的工作',
  },
  all: '一张表看全部',
  allCaption: '每类岗位的权限和范围',
  actColumn: '能办什么',
  change: {
    title: '要改的地方',
    sentence: (kind: string, act: string, before: string, after: string) =>
      `${kind}的“${act}”，从“${before}”改为“${after}”`,
    about: (kind: string, act: string) => `问题在${kind}的“${act}”：`,
    undo: '不改这一项',
    undoOf: (sentence: string) => `不改这一项：${sentence}`,
    undoAll: '都不改了',
    review: (n: number) => `检查并保存 ${n} 项改动`,
    ask: (n: number) => `保存这 ${n} 项改动？`,
    hint: '保存后马上生效，正在办事的同事下一次点击就按新权限。这一步会记录在案。',
    save: '保存',
    done: (n: number) => `已改 ${n} 项权限，马上生效`,
    back: '恢复成系统原来的设置',
    backOf: (kind: string) => `把${kind}恢复成系统原来的设置`,
  },
  history: {
    title: '改动记录',
    none: '还没有改过，都是系统原来的设置。',
    by: (name: string | null) => name ?? '系统',
  },
}

export type ConsolePermissionsWords = typeof consolePermissionsZh
