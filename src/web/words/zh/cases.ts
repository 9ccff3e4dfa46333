import type { ClockAccount, Light, Source, Stage } from '../../../cases/contract.ts'

const stages: Record<Stage, string> = {
  accepted: '已受理',
  screened: '已甄别',
  dispatched: '已派单，等签收',
  signed: '已签收',
  handling: '正在处置',
  resolved: '已办结',
  replied: '已答复',
  checked: '已核查',
  closed: '已结案',
  joined: '已并单',
  declined: '不予受理',
  referred: '已转到对口渠道',
  withdrawn: '反映人已撤回',
  returned: '已退单',
  paused: '已挂起，不计时',
  listed: '已挂账，长期跟进',
}

/** How far it is, as residents and the public read it: what happens now, in no office's words. */
const publicStages: Record<Stage, string> = {
  accepted: '已受理，等工作人员看',
  screened: '正在安排办理单位',
  dispatched: '已交给办理单位',
  signed: '办理单位已签收',
  handling: '正在处置',
  resolved: '已办结，等答复',
  replied: '已答复',
  checked: '已核查',
  closed: '已结案',
  joined: '和同一件事合并办理',
  declined: '没有受理',
  referred: '已转到对口渠道',
  withdrawn: '反映人已撤回',
  returned: '正在另行安排单位',
  paused: '暂缓办理，其间不计时',
  listed: '一时办不了，长期跟进',
}

const sources: Record<Source, string> = {
  portal: '居民网上反映',
  qr: '扫码反映',
  field: '网格员上报',
  staff: '工作人员代报',
  file: '批量导入',
  api: '其他系统转来',
}

/** The light's word where no remaining time is given. */
const lights: Record<Light, string> = { green: '正常', yellow: '临期', red: '超时', none: '不计时' }

const clocks: Record<ClockAccount['clock'], string> = {
  response: '首次响应',
  resolution: '办结',
  report: '到场',
}

const segments: Record<ClockAccount['segments'][number]['kind'], (time: string) => string> = {
  waiting: (time) => `等签收 ${time}`,
  handling: (time) => `办理 ${time}`,
  paused: (time) => `挂起 ${time}（不计时）`,
  over: (time) => `超 ${time}`,
  left: (time) => `剩 ${time}`,
}

export const casesZh = {
  stages,
  publicStages,
  sources,
  lights,
  clocks,
  segments,
  clockBar: {
    label: (clock: string, account: string) => `${clock}时间账：${account}`,
    waitedForResponse: (time: string) => `等响应 ${time}`,
    onTheWay: (time: string) => `签收后 ${time}`,
    finished: (time: string) => `共用 ${time}`,
    onTheSpot: '当场办好',
    noWorkingTime: '没占工作时间',
    extended: (time: string) => `已批准延期 ${time}`,
    provisional: '节假日尚未公布，期限暂定',
    noTimeYet: '还没有开始计时',
    workingOnly: '只算工作时间',
  },
  count: (n: number) => `${n} 件`,
}
