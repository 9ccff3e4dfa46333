import type { CallStage, HowCalled, Situation, WhistleStage } from '../../../cases/whistle/contract.ts'
import type { DurationFacts, MomentFacts } from '../time.ts'
import { whistleAdviceZh, whistleBlowZh, whistleRulesZh } from './console-whistle-office.ts'
import { storyZh } from './story.ts'
import { timeZh } from './time.ts'

type Rung = keyof typeof storyZh.rungs

const situations: Record<Situation, string> = {
  joint_enforcement: '综合执法',
  key_work: '重点工作',
  emergency: '应急处置',
}

const stages: Record<WhistleStage, string> = {
  waiting: '等街道（镇）审',
  sounding: '哨已吹响',
  declined: '没有批准',
  ended: '已经结束',
}

/** How far a unit is with its call. */
const callStages: Record<CallStage, string> = {
  named: '还没叫',
  called: '等签收',
  signed: '已签收',
  contacted: '已联系',
  arrived_elsewhere: '到场待确认',
  arrived: '已到场',
  acted: '已处置',
  refused: '拒绝',
  declined: '婉拒',
  absent: '缺席',
  released: '已放行',
}

const how: Record<HowCalled, string> = { whistled: '吹哨', invited: '邀请' }

/** What a called unit owes, each with its deadline. */
const duties = { sign: '签收', contact: '联系', report: '到场' }

const late = (by: DurationFacts) => `迟 ${timeZh.duration(by)}`

/** The whistle's story, line by line; a unit's name where one did it. */
const story = {
  'whistle.blown': () => '吹哨',
  'whistle.reviewed': () => '街道（镇）审过',
  'whistle.sounded': () => '哨声响起，通知各单位',
  'whistle.units_called': () => '又叫了单位',
  'whistle.hidden': () => '诉求转为保密，只有区中心看得到',
  'whistle.call_absent': (unit: string) => `${unit}到时没有签收，记为缺席`,
  'whistle.call_signed': (unit: string) => `${unit}签收`,
  'whistle.call_contacted': (unit: string) => `${unit}与街道（镇）联系`,
  'whistle.call_arrived': (unit: string) => `${unit}报到`,
  'whistle.call_confirmed': (unit: string) => `街道（镇）确认${unit}在现场`,
  'whistle.call_acted': (unit: string) => `${unit}处置`,
  'whistle.call_refused': (unit: string) => `${unit}拒绝`,
  'whistle.call_declined': (unit: string) => `${unit}婉拒邀请`,
  'whistle.call_pressed': (unit: string) => `催办${unit}`,
  'whistle.call_released': (unit: string) => `放行${unit}`,
  'whistle.call_rated': (unit: string) => `给${unit}打分`,
  'whistle.climbed': (unit: string, duty: string, rung: string) => `${unit}还没${duty}，已告知${rung}`,
  'whistle.confirm_asked': (unit: string) => `${unit}报到了，已请街道（镇）确认在不在现场`,
  'whistle.acknowledged': (_unit: string, _duty: string, rung: string) => `${rung}已阅`,
  'whistle.ended': () => '结束',
  'whistle.reach_moved': () => '因区划调整换了管辖',
  'whistle.texts_erased': () => '删除了文字',
}

/** Whistles: the list, one of them, and what each unit did. */
export const consoleWhistlesZh = {
  title: '吹哨报到',
  one: '一声哨',
  lead: '街道（镇）或社区有事要部门到现场，就吹一声哨。部门要按时签收、联系、到场，街道（镇）放行了才能走。',
  waiting: (count: string) => `${count} 声哨等您处理`,
  ways: { blow: '吹哨', rules: '吹哨规定', advice: '干部建议' },
  situations,
  stages,
  callStages,
  how,
  duties,
  lists: { label: '看哪些', mine: '等我处理', open: '进行中', over: '已结束', all: '全部' },
  finding: '查找',
  find: '找吹哨的内容',
  situation: '情形',
  anySituation: '全部情形',
  unit: '叫了哪个单位',
  anyUnit: '不限单位',
  none: {
    mine: '没有等您处理的哨',
    open: '现在没有进行中的哨',
    over: '还没有结束的哨',
    all: '还没有吹过哨',
  },
  noneNext: '有哨吹响时，会出现在这里，也会通知您。',
  noneFound: '没有找到这样的哨',
  noneFoundNext: '换几个字，或者看别的情形。',
  shown: (n: number, more: boolean) => (more ? `已显示 ${n} 声哨` : `共 ${n} 声哨`),
  /** Of a unit of which no more is to be said than that it has signed. */
  signedLate: '签收迟了',
  lateSign: '签收迟了',
  lateReport: '到场迟了',
  missedReport: '到时没有到场',
  unitsOf: '各单位',
  wordsErased: '内容已不在系统里。',
  rates: {
    title: '吹哨的次数',
    lead: (days: number) => `最近 ${days} 天，只算您看得到的哨。哨吹得太勤，就没有人当回事了。`,
    one: (place: string, days: number, blown: number, unfit: number) =>
      `最近 ${days} 天，您看得到的哨里有 ${blown} 次是${place}吹的${unfit > 0 ? `，其中 ${unfit} 次不该吹` : ''}`,
    row: (blown: number, unfit: number) => `${blown} 次${unfit > 0 ? `，其中 ${unfit} 次不该吹` : ''}`,
    kinds: { street_desk: '街道（镇）', community_desk: '社区' },
  },
  blow: whistleBlowZh,
  ladder: {
    next: (unit: string, duty: string, rung: Rung, pressed: boolean, at: MomentFacts) =>
      `${unit}${duty}：${timeZh.moment(at)}${pressed ? ' 督办' : ' 催办'}，告知${storyZh.rungs[rung]}`,
    toConfirm: (unit: string, at: MomentFacts) =>
      `${unit}说到场了，等街道（镇）确认：${timeZh.moment(at)}再请街道（镇）看一次`,
    seenHint: '有人告诉您有单位没有按时应哨。点一下，大家就知道您看到了。',
  },
  rules: whistleRulesZh,
  advice: whistleAdviceZh,
  ofCase: {
    title: '吹哨报到',
    blow: '为这件诉求吹哨',
  },
  headings: { words: '吹哨的事', calls: '各单位应哨', story: '经过', facts: '基本情况', result: '结果' },
  facts: {
    case: '为哪件诉求',
    place: '地点',
    blower: '谁吹的',
    blown: '吹哨时间',
    sounded: '响哨时间',
    ended: '结束时间',
    within: '多久到场',
    spot: '多近算到场',
    metres: (n: number) => `离现场 ${n} 米以内`,
    area: '在这个地点的范围里',
  },
  review: {
    waits: '社区第一次为这种情形吹哨，街道（镇）看过才响。现在还没有叫任何单位。',
    afterwards: '社区第一次为这种情形吹哨，因为紧急先响了，街道（镇）事后看一看该不该吹。',
    yes: '街道（镇）看过：该吹',
    no: '街道（镇）看过：不该吹',
    label: '这声哨该不该吹',
    choices: {
      before: { yes: '该吹，现在响哨', no: '不该吹，不响' },
      after: { yes: '该吹', no: '不该吹，记下来' },
    },
    choose: '请选该不该吹。',
    reason: '理由',
    send: '提交',
  },
  more: {
    open: '再叫单位',
    units: '再叫哪些单位',
    hint: '从现在起计时，时限和别的单位一样长。',
    needed: '请至少选一个单位。',
    send: '叫来',
    done: '已通知新叫的单位',
  },
  end: {
    title: '结束这声哨',
    hint: '各单位都已放行、拒绝或缺席。写一个总的结果，各单位都看得到。',
    result: '结果',
    needed: '请写明结果。',
    send: '结束',
  },
  call: {
    inTime: (duty: string, at: MomentFacts) => `${timeZh.moment(at)} ${duty}`,
    late: (duty: string, at: MomentFacts, by: DurationFacts) => `${timeZh.moment(at)} ${duty}，${late(by)}`,
    open: (duty: string, due: MomentFacts) => `${timeZh.due(due)}${duty}`,
    missed: (duty: string, due: MomentFacts) => `${timeZh.moment(due)} 到时没有${duty}`,
    refused: (at: MomentFacts) => `${timeZh.moment(at)} 拒绝`,
    declined: (at: MomentFacts) => `${timeZh.moment(at)} 婉拒`,
    absent: (at: MomentFacts) => `${timeZh.moment(at)} 到时没有签收，记为缺席`,
    elsewhere: (at: MomentFacts, far: string) => `${timeZh.moment(at)} 报到时离现场 ${far}`,
    outside: (at: MomentFacts) => `${timeZh.moment(at)} 报到时不在现场`,
    unplaced: (at: MomentFacts) => `${timeZh.moment(at)} 报到，没带位置`,
    confirmed: (at: MomentFacts) => `${timeZh.moment(at)} 街道（镇）确认在现场`,
    acted: (at: MomentFacts) => `${timeZh.moment(at)} 处置`,
    released: (at: MomentFacts) => `${timeZh.moment(at)} 放行`,
    metres: (n: number) => `${n} 米`,
    kilometres: (n: string) => `${n} 公里`,
    rated: (promptness: number, result: number, attitude: number) =>
      `打分：及时 ${promptness}，效果 ${result}，态度 ${attitude}（满分 5）`,
  },
  erase: {
    open: '删除写到的个人信息',
    title: '删除文字',
    hint: '选中的文字会从系统里去掉，不能恢复；有过这段文字的记录还在。',
    which: '删哪些',
    whichNeeded: '请至少选一段。',
    reason: '为什么删',
    needed: '请写明理由。',
    send: '删除',
    done: '文字已删除',
  },
  acts: {
    sign: '签收',
    contact: '已联系',
    arrive: '我到现场了',
    act: '已处置',
    refuse: { whistled: '拒绝', invited: '婉拒' },
    confirm: '确认在现场',
    press: '催办',
    release: '放行',
    rate: '打分',
    of: (unit: string) => `对${unit}可以做的`,
    advise: '提干部建议',
  },
  forms: {
    contact: { hint: '打过电话或见过面就行。', note: '说了什么', send: '记下已联系' },
    act: { hint: '处置完了先别走，等街道（镇）放行。', note: '做了什么', send: '记下已处置' },
    refuse: {
      hint: '拒绝会记录在案，街道（镇）和上级都看得到。',
      politeHint: '物业公司是受邀，可以婉拒。',
      words: '为什么',
      needed: '请写明理由。',
      send: { whistled: '拒绝到场', invited: '婉拒邀请' },
    },
    confirm: {
      hint: '您看见这个单位的人在现场再确认。最后一次报到没法核对位置的，到场按那次报到算；位置不在现场的，按您确认的时间算。',
      note: '说明',
      send: '确认在现场',
    },
    press: { words: '催什么', needed: '请写明催什么。', send: '催办' },
    release: { hint: '放行以后，这个单位就可以走了，不能再改。', note: '说明', send: '放行' },
    rate: {
      hint: '打过分就不能改。这个单位看得到自己的分，别的单位看不到。',
      promptness: '及时',
      result: '效果',
      attitude: '态度',
      byClock: (n: number) => `按时间记录算：${n} 分`,
      marks: { 5: '5 分 很好', 4: '4 分 好', 3: '3 分 一般', 2: '2 分 差', 1: '1 分 很差' },
      choose: '请选一个分数。',
      note: '说明',
      send: '提交打分',
    },
  },
  arrive: {
    asking: '正在看您在哪里…',
    denied:
      '手机没有说出您在哪里。可以在浏览器里允许使用位置，再试一次；也可以不带位置报到，由街道（镇）确认您在现场。',
    again: '再试一次',
    without: '不带位置报到',
    away: '已经记下。位置不在现场：到了再报一次，或者请街道（镇）确认。',
    unknown: '已经记下，等街道（镇）确认您在现场。',
    there: '已到场',
  },
  done: {
    sign: '已签收',
    contact: '已记下联系',
    act: '已记下处置',
    refuse: '已记下',
    confirm: '已确认在现场',
    press: '已催办',
    release: '已放行',
    rate: '已打分',
    review: '已提交',
    end: '这声哨已经结束',
  },
  story,
  storyOther: '其他记录',
  print: '打印',
  printed: (at: string) => `打印于 ${at}`,
  back: '回到吹哨列表',
}
