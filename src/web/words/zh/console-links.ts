import type { Lack } from '../../../people/offices/coverage.contract.ts'
import type { GridTeam, LinkKind, LinkState } from '../../../people/offices/link.contract.ts'
import type { Party } from '../../../people/offices/office.contract.ts'

const lacks: Record<Lack, string> = {
  grid_worker: '没有网格员的网格',
  grid_party: '没有党支部或党小组的网格',
  estate_party: '没有党支部或党小组的小区',
  estate_owners: '没有业委会的小区',
  estate_firm: '没有物业的小区',
  estate_four: '四方不全的小区',
}
const parties: Record<Party, string> = {
  party_branch: '党组织',
  owners_committee: '业委会',
  residents_committee: '居委会',
  property_firm: '物业',
}
const linkKinds: Record<LinkKind, string> = {
  district_leader: '区级领导',
  department: '职能部门',
  cadre: '联点干部',
  party_delegate: '党代表',
  congress_deputy: '人大代表',
  cppcc_member: '政协委员',
}
const linkStates: Record<LinkState, string> = {
  to_come: '还没开始',
  running: '联系中',
  soon: '快到期',
  over: '已到期',
  ended: '已结束',
}
const levels: Record<GridTeam['members'][number]['level'], string> = {
  district: '区级',
  street: '街道',
  department: '部门和街道队伍',
  community: '社区',
  grid: '网格',
}

export const consoleLinksZh = {
  four: {
    title: (estate: string) => `${estate}的四方`,
    open: '看四方',
    parties,
    missing: '没有',
    led: (body: string, heads: string) => (heads === '' ? body : `${body}：${heads}`),
    kinds: { new: '商品房小区', old: '老旧小区', unmanaged: '无物业小区' },
  },
  coverage: {
    title: '组织覆盖',
    lead: '点一个数字，看是哪些网格、哪些小区。按区划编号排列，不作排名。',
    lacks,
    area: '区域',
    grids: '网格',
    estates: '小区',
    whole: (name: string) => `${name}合计`,
    sheet: '导出表格',
    partyShare: (part: number, whole: number) =>
      whole === 0
        ? '还没有网格'
        : `${whole} 个网格中 ${part} 个有党组织，占 ${Math.round((part / whole) * 100)}%`,
    open: (what: string, n: number, area: string) => `${area}，${what}：${n} 个`,
    of: (n: number) => `${n} 个`,
    back: '回到数字',
    noneAtAll: '还没有网格和小区',
    noneAtAllNext: '录入以后，这里能看到哪里缺哪种组织。',
    toAreas: '去看区域',
    none: '都有了',
    noneNext: '这里没有缺的。',
    up: (name: string) => `回到${name}`,
  },
  links: {
    title: '联系',
    lead: '区级领导联街道（镇），职能部门联社区（村），联点干部和两代表一委员联网格。',
    rule: (months: number, source: string) => `一般联系 ${Math.round(months / 12)} 年（${source}）。`,
    kinds: linkKinds,
    states: linkStates,
    show: '看哪些',
    shown: { current: '现有的', soon: '九十天内到期', over: '已到期没续', ended: '已结束' },
    count: (what: string, n: number) => `${what}（${n}）`,
    text: '查联系人',
    textHint: '姓名或部门名称',
    kind: '哪一类',
    anyKind: '所有类别',
    none: '没有这样的联系',
    noneNext: '换个条件再看，或者新加一个联系。',
    noneAtAll: '还没有联系',
    noneAtAllNext: '点“新加联系”，写明谁联哪里。',
    from: (from: string, until: string) => `${from}至${until}`,
    reasons: {
      term_over: '到期',
      renewed: '已续期',
      handed_over: '已交接',
      body_ended: '单位撤销',
      entered_wrongly: '录入有误',
      other: '其他',
    },
    make: {
      open: '新加联系',
      who: '谁来联系',
      department: '哪个部门',
      area: '联系点',
      areaHint: { street: '街道或镇', community: '社区或村', grid: '网格' },
      startsOn: '开始日期',
      send: '建立联系',
      done: '联系已建立',
    },
    renew: '续期',
    renewOf: (who: string, place: string) => `${who}与${place}的联系续期`,
    renewTitle: (who: string, place: string) => `${who}继续联系${place}？`,
    renewHint: '从到期那天起再联系一届；已经到期的从今天起。',
    renewDone: (until: string) => `已续到${until}`,
    handOver: '交接',
    handOverOf: (who: string, place: string) => `${who}与${place}的联系交接`,
    handOverTitle: (place: string) => `${place}的联系交给谁？`,
    handOverDone: '已交接',
    end: '结束',
    endOf: (who: string, place: string) => `结束${who}与${place}的联系`,
    endTitle: (who: string, place: string) => `结束${who}与${place}的联系？`,
    endHint: '从今天起不再联系，记录都在。',
    ended: '联系已结束',
  },
  team: {
    title: '组团服务',
    open: '看服务团队',
    levels,
    worker: '网格员',
    leader: '网格长',
    none: '这一层还没有人',
  },
}
