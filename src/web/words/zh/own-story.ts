/** An act as its reporter is told of it: who acted (a unit's name or null) and the facts of the journal's line. */
export interface OwnLine {
  readonly byOffice: boolean
  readonly unit: string | null
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}
type Say = (line: OwnLine) => string

const asked: Record<string, string> = {
  extension: '延期',
  pause: '暂缓',
  listing: '长期跟进',
  return: '退回',
}
const granted: Record<string, string> = {
  extension: '经批准延期办理',
  pause: '经批准暂缓，条件具备后继续',
  listing: '一时办不了，已列入长期跟进',
  return: '退回了，正在重新安排单位',
}
const doors: Record<string, string> = {
  self_government: '转由居民自治协商',
  mutual_help: '转到邻里互助',
  service: '转到提供这项服务的地方',
}
const unitOf = ({ unit }: OwnLine): string => unit ?? '承办单位'

const acts: Record<string, Say> = {
  'case.accepted': ({ byOffice }) => (byOffice ? '工作人员替您登记了这件事' : '您反映了这件事'),
  'case.added_to': () => '您补充了内容',
  'case.withdrawn': () => '您撤回了这件事',
  'case.screened': () => '工作人员看过了，正在安排单位',
  'case.published': () => '摘要已公示，不含您的个人信息',
  'case.joined': () => '和别人反映的同一件事合并办理',
  'case.declined': () => '这件事不予受理',
  'case.referred': ({ facts }) => doors[String(facts.door)] ?? '转到更合适的渠道',
  'case.dispatched': (line) => `已交给${unitOf(line)}`,
  'case.signed': (line) => `${unitOf(line)}已签收`,
  'case.arrived': ({ unit }) => `${unit ?? '网格员'}已到现场`,
  'case.handled': ({ unit, facts }) =>
    `${unit ?? '网格员'}${facts.arrived === true ? '到了现场' : '正在处置'}`,
  'case.request_decided': (line) =>
    line.facts.granted === true
      ? `${unitOf(line)}${granted[String(line.facts.kind)] ?? '的申请已批准'}`
      : `${unitOf(line)}申请${asked[String(line.facts.kind)] ?? '调整'}，没有批准`,
  'case.resumed': (line) => `${unitOf(line)}继续办理`,
  'case.resolved': (line) => {
    if (line.facts.onTheSpot === true) return '网格员当场办好了'
    return line.facts.whole === false ? `${unitOf(line)}办好了自己那部分` : `${unitOf(line)}办好了`
  },
  'case.replied': () => '答复您',
  'case.rated': ({ facts }) => (facts.solved === true ? '您评价：解决了' : '您评价：没有解决'),
  'case.reopened': ({ facts }) =>
    facts.because === 'found_hollow'
      ? '核实时发现没办好，退回重办，重新计时'
      : '按您的评价退回重办，重新计时',
  'case.called_back': ({ facts }) =>
    facts.outcome === 'not_reached' ? '工作人员回访，没有联系上您' : '工作人员回访了您',
  'case.reopen_asked': () => '您再次要求重办，等区中心决定',
  'case.reopen_decided': ({ facts }) =>
    facts.granted === true ? '您要求再办一次，已经同意' : '区中心没有同意再办一次',
  'case.closed': () => '结案',
  'case.history': () => '从原来的系统转来',
  'case.reporter_erased': () => '您的个人信息已删除',
}

export const ownStoryZh = {
  /** The way to a page of its own, for two sides that cannot agree. */
  mediation: '谈不拢？请人调解',
  acts,
  /** Not satisfied once more: it is not done again by itself. */
  again: {
    hint: '会请区中心决定要不要再办',
    next: '这件事已按您的评价重办过一次。提交后，由区中心决定要不要再办，结果会写在这里。',
    sent: '已收到，等区中心决定',
  },
  /** A newer server may tell of acts that this page does not know yet. */
  unknown: '有了新进展',
  reason: (body: string) => `理由：${body}`,
}
