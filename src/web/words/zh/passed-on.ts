import type {
  PassedAnswer,
  PassedFrom,
  PassedQuery,
  PassedStage,
  PassedText,
} from '../../../cases/passed-on/contract.ts'
import type { PowerQuery, PowerState } from '../../../cases/passed-on/power.contract.ts'

const lists: Record<PassedQuery['list'], string> = {
  mine: '等我办',
  open: '没办完',
  late: '超时没接收',
  over: '有结果',
  all: '全部',
}
const none: Record<PassedQuery['list'], string> = {
  mine: '没有等您办的线索。',
  open: '没有还没办完的线索。',
  late: '没有超过接收时限的线索。',
  over: '还没有办出结果的线索。',
  all: '还没有移送过线索。',
}
const froms: Record<PassedFrom, string> = {
  case: '诉求',
  whistle: '吹哨',
  station: '工作站',
  itself: '直接移送',
}
const stages: Record<PassedStage, string> = {
  passed: '等接收',
  received: '已接收，等答复',
  needs_more: '要补充',
  taken_up: '已受理',
  not_ours: '不归这个单位',
}
const texts: Record<PassedText['kind'], string> = {
  passed_words: '移送内容',
  passed_more: '要补充什么',
  passed_added: '补充',
  passed_answer: '答复',
}
const answers: Record<PassedAnswer, string> = {
  taken_up: '受理',
  not_ours: '不归本单位',
  needs_more: '要补充',
}
const answerWords: Record<PassedAnswer, string> = {
  taken_up: '说一句',
  not_ours: '为什么不归本单位',
  needs_more: '还要补充什么',
}
const powerLists: Record<PowerQuery['list'], string> = { standing: '现行的', ended: '已收回', all: '全部' }
const powerNone: Record<PowerQuery['list'], string> = {
  standing: '这里没有现行的赋权。',
  ended: '这里没有收回的赋权。',
  all: '这里还没有登记赋权。',
}
const powerStates: Record<PowerState, string> = { to_come: '还没开始', in_force: '现行', ended: '已收回' }

export const passedOnZh = {
  title: '移送线索',
  lead: '看得见、管不着的事，写清楚移送给有执法权的单位。对方 8 个工作小时内接收，再答复受理、不归本单位，还是要补充。',
  toPowers: '看街道（镇）有哪些赋权',
  lists: { label: '看哪些', ...lists },
  none,
  noneNext: '街道（镇）和有执法权的单位在这里移送和答复；各看各的，社区看不到。',
  shown: (n: number, more: boolean) => (more ? `已显示 ${n} 条，后面还有` : `共 ${n} 条`),
  sheet: '导出表格',
  froms,
  stages,
  late: '超过接收时限',
  lateReceived: '接收晚了',
  erased: '文字已删去',
  street: '街道（镇）',
  fromTo: (from: string, to: string) => `${from}移送给${to}`,
  facts: {
    from: '来源',
    place: '地点',
    passedAt: '移送时间',
    due: '接收时限',
    receivedAt: '接收时间',
    answeredAt: '最近答复',
  },
  open: { case: '看这件诉求', whistle: '看这次吹哨', station: '看这个工作站' },
  texts,
  pass: {
    open: '移送线索',
    openHere: '移送给有执法权的单位',
    title: '移送一条线索',
    about: { case: '来自一件诉求', whistle: '来自一次吹哨', station: '来自一个工作站' },
    area: '事情在哪里',
    areaNeeded: '请选地点。',
    unit: '移送给哪个单位',
    unitHint: '区里的部门，或者街道的执法队伍。',
    unitNeeded: '请选单位。',
    words: '看到了什么',
    wordsHint: '时间、地点、情况。不写与这件事无关的个人情况。',
    needed: '请写清楚。',
    send: '移送',
    done: '已移送，对方会收到通知',
  },
  receive: { send: '接收', done: '已接收' },
  answer: {
    label: '怎么答复',
    ...answers,
    words: answerWords,
    needed: '请写清楚。',
    send: '答复',
    done: '已答复',
  },
  add: { words: '补充', needed: '请写清楚。', send: '补充上去', done: '已补充' },
  powers: {
    title: '赋权清单',
    lead: '省里决定交给街道（镇）行使的权力：是什么、依据什么、原来归哪个部门、从哪天起。只登记，不改写；收回就写收回日。',
    law: '依据《行政处罚法》（2021 年 1 月 22 日修订，2021 年 7 月 15 日起施行）第二十四条：省、自治区、直辖市可以决定把基层迫切需要的县级部门行政处罚权，交给能够承接的乡镇、街道，并且公布。',
    lists: { label: '看哪些', ...powerLists },
    none: powerNone,
    noneNext: '由管事项目录的人登记。',
    shown: (n: number, more: boolean) => (more ? `已显示 ${n} 项，后面还有` : `共 ${n} 项`),
    sheet: '导出表格',
    street: '街道（镇）',
    states: powerStates,
    facts: { law: '法律', article: '条款', decision: '省里的决定', fromUnit: '原行使部门', days: '期间' },
    since: (day: string) => `${day} 起`,
    between: (from: string, until: string) => `${from} 起，${until} 收回`,
    give: {
      open: '登记一项赋权',
      title: '登记一项赋权',
      hint: '登记后不能改，只能收回。请对照公布的决定写。',
      street: '赋给哪个街道（镇）',
      streetNeeded: '请选街道（镇）。',
      powerZh: '什么权力',
      powerEn: '英文',
      law: '法律',
      usualLaw: '中华人民共和国行政处罚法',
      article: '条款',
      usualArticle: '第二十四条',
      decision: '省里的决定（名称、文号、日期）',
      fromUnit: '原来归哪个部门',
      unitNeeded: '请选部门。',
      fromDay: '从哪天起',
      needed: '请填写。',
      send: '登记',
      done: '已登记',
    },
    end: {
      open: '收回',
      openOf: (what: string) => `收回：${what}`,
      title: '收回这项赋权',
      hint: '从选的这天起，街道（镇）不再行使。定了就不能改。',
      day: '从哪天起收回',
      send: '收回',
      done: '已记下收回日',
    },
  },
}
export type PassedOnWords = typeof passedOnZh
