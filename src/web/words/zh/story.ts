import type { DurationFacts, MomentFacts } from '../time.ts'
import { timeZh } from './time.ts'

type RequestKind = 'extension' | 'pause' | 'listing' | 'return'

const requests: Record<RequestKind, string> = {
  extension: '延期',
  pause: '挂起',
  listing: '挂账',
  return: '退单',
}

const channels: Record<string, string> = {
  self_government: '居民自治',
  mutual_help: '邻里互助',
  service: '服务渠道',
}

type LadderRung = 'desk' | 'unit_head' | 'street' | 'district'

/** Who hears on each step of the ladder. */
const rungs: Record<LadderRung, string> = {
  desk: '经办岗',
  unit_head: '单位负责人',
  street: '街道',
  district: '区指挥中心',
}

type ReopenedBecause = 'not_solved' | 'not_satisfied' | 'found_hollow'
const reopenedBecause: Record<ReopenedBecause, string> = {
  not_solved: '反映人说没有解决',
  not_satisfied: '反映人不满意',
  found_hollow: '核实时发现没有办好',
}

const photos = (n: number): string => (n > 0 ? `，附 ${n} 张照片` : '')

/** A case's story, act by act. `unit` is a name or null where none is known. */
export const storyZh = {
  requests,
  channels,
  rungs,
  gridWorker: '网格员',
  someUnit: '承办单位',
  addedTo: (n: number) => `反映人补充${photos(n)}`,
  withdrawn: '反映人撤回',
  screened: '甄别完成',
  published: '公开摘要已更新',
  joined: '并入另一件同样的反映',
  tookIn: '并入了另一件同样的反映',
  declined: '不予受理',
  referred: (channel: string) => `转到${channel}`,
  dispatched: (unit: string, overridden: boolean) =>
    `派单给${unit}${overridden ? '（未按目录，人工指定）' : ''}`,
  signed: (unit: string) => `${unit}签收`,
  arrived: (unit: string) => `${unit}到达现场`,
  handled: (unit: string, n: number) => `${unit}处置${photos(n)}`,
  fieldHandled: (n: number) => `网格员处置${photos(n)}`,
  requested: (unit: string, kind: RequestKind, days: number | null, reviewOn: MomentFacts | null) =>
    `${unit}申请${requests[kind]}${days ? ` ${days} 个工作日` : ''}${reviewOn ? `，${timeZh.day(reviewOn)}复查` : ''}`,
  granted: (unit: string, kind: RequestKind, added: DurationFacts | null, until: MomentFacts | null) =>
    `同意${unit}${requests[kind]}${added ? `，增加 ${timeZh.duration(added)}` : ''}${until ? `，到${timeZh.moment(until)}` : ''}`,
  refused: (unit: string, kind: RequestKind) => `不同意${unit}${requests[kind]}`,
  resumed: (unit: string) => `${unit}恢复计时`,
  arbitrated: (unit: string) => `区中心裁定由${unit}办`,
  listedOn: (unit: string, reviewOn: MomentFacts | null) =>
    `${unit}继续挂账${reviewOn ? `，${timeZh.day(reviewOn)}复查` : ''}`,
  resolved: (unit: string, n: number) => `${unit}办结${photos(n)}`,
  partResolved: (unit: string, n: number) => `${unit}办结自己的部分${photos(n)}`,
  onTheSpot: (n: number) => `当场解决（即办即结）${photos(n)}`,
  replied: '答复反映人',
  answeredWith: '与同类诉求一起答复',
  passed: '核查通过',
  sentBack: '核查没有通过，退回重办',
  rated: (solved: boolean, rating: number, onBehalf: boolean) =>
    `反映人评价${onBehalf ? '（回访记录）' : ''}：${solved ? '已解决' : '没有解决'}，满意度 ${rating}/5`,
  reopened: (because: ReopenedBecause) => `重新办理：${reopenedBecause[because]}`,
  closed: '结案',
  reachMoved: '因区划调整换了管辖',
  recounted: '按公布的节假日重算了期限',
  climbed: (unit: string | null, pressed: boolean, rung: LadderRung) =>
    `${pressed ? '督办' : '催办'}：${unit === null ? '首次响应' : unit}${pressed ? '已超时' : '快到期'}，已告知${rungs[rung]}`,
  acknowledged: (rung: LadderRung, unit: string | null) => `${unit ?? ''}${rungs[rung]}已阅`,
  instructed: (unit: string, giver: LadderRung) => `${rungs[giver]}给${unit}下督办件`,
  instructionAnswered: (unit: string) => `${unit}回复督办件`,
  instructionWithdrawn: (unit: string) => `撤回给${unit}的督办件`,
  instructionLapsed: (unit: string) => `${unit}这边已经了结，督办件不用再回复`,
  instructionOverdue: (unit: string, rung: LadderRung) =>
    `督办件过期：${unit}没有按时回复，已告知${rungs[rung]}`,
  enteredLate: (at: MomentFacts) => `补报，${timeZh.moment(at)}录入`,
  reporterSeen: '查看了反映人的完整信息',
  reporterErased: '删除了反映人的个人信息',
  history: '原系统里的历史记录',
  other: (kind: string) => `其他记录（${kind}）`,
  texts: {
    quoted: (body: string) => `“${body}”`,
    summary: (body: string) => `公开摘要：${body}`,
    purpose: (body: string) => `用途：${body}`,
    listing_condition: (body: string) => `等的条件：${body}`,
  },
}
