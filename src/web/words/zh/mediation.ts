import type { Kept, MediationStage, Outcome } from '../../../cases/mediation/contract.ts'

const stages: Record<MediationStage, string> = {
  asked: '等各方答复愿不愿意',
  consented: '都愿意了，社区在定调解员',
  mediating: '调解中',
  agreed: '协议写好了，等各方签字',
  in_force: '协议已经生效',
  closed: '已经办完',
  ended: '没有调成',
  withdrawn: '申请人撤回了',
}
const outcomes: Record<Outcome, string> = {
  refused: '有一方不愿意调解。',
  ended_by_party: '有一方要求终止调解。',
  not_reached: '双方没有谈拢。',
  not_suitable: '这件事不属于调解的范围。',
}
const kept: Record<Kept, string> = {
  kept: '约定的都做到了。',
  partly: '约定的做到了一部分。',
  not_kept: '约定的没有做到。',
}

/** Mediation for its parties, and where each kind of appeal goes: they come with their own pages. */
export const mediationZh = {
  title: '请人调解',
  lead: '邻里、家庭、租房这些事谈不拢，可以请社区的人民调解委员会来调解。双方都愿意才调解，不收费，也不耽误您去法院。',
  mine: '我的调解',
  older: '更早的调解',
  stages,
  outcomes,
  kept,
  waysLater: '还可以依法仲裁、请有关部门处理，或者向法院起诉。免费法律咨询和法律援助打 12348。',
  toWays: '什么事该找谁',
  usuallyBy: (day: string) => `一般在 ${day} 前调结`,
  mediator: '调解员',
  noMediator: '还没有定',
  sessions: '调解会',
  sessionStates: { set: '已约好', held: '开过了', cancelled: '取消了' },
  agreement: '达成的协议',
  facts: '事情经过和各方责任',
  terms: '约定的内容',
  mineDuty: (words: string, day: string) => `我：${words}，最迟 ${day} 做到`,
  otherDuty: (words: string, day: string) => `对方：${words}，最迟 ${day} 做到`,
  inForce: (day: string) => `${day}生效，各方都要做到。`,
  oral: '口头协议',
  confirm: (day: string) =>
    `觉得有必要的话，双方最迟 ${day} 可以一起请法院确认这份协议。确认以后，对方不做到，可以申请法院强制执行。`,
  confirmed: (day: string) => `${day}法院确认有效。`,
  court: '对协议有争议，可以向法院起诉。',
  erased: '已删除',
  /** Each "no" that a party can meet: no other page of a phone loads these. */
  refusals: {
    mediation_case_unfit: '这件事现在不能申请调解：可能已经办结，或者要走别的途径。',
    mediation_open_already: '这件事已经在调解了，不用再申请。',
    mediation_moved_on: '刚刚有人办过。请看最新情况再办。',
    mediation_move_not_allowed: '调解现在走不了这一步。请看最新情况。',
  },
  consent: {
    ask: '您愿意参加调解吗？',
    hint: '愿意以后也可以随时退出。对方看不到您的电话和您单独说的话。',
    yes: '愿意',
    no: '不愿意',
    noAsk: '不愿意就不调解了，确定吗？',
    done: '已经告诉社区了。',
  },
  say: {
    title: '单独跟调解员说',
    hint: '只有调解员和本社区的调解委员会看得到，对方看不到。',
    words: '想说的',
    missing: '请先写几句。',
    send: '告诉调解员',
    earlier: '您说过的',
  },
  other: {
    open: '想换调解员',
    reason: '为什么',
    send: '请社区换一位',
    asked: '您要求换调解员，社区会再定一位。',
    done: '已经告诉社区了。',
  },
  leave: {
    open: '不想调解了',
    ask: '终止这次调解？',
    reason: '原因',
    send: '终止调解',
    done: '调解已经终止。',
  },
  form: {
    title: '申请调解',
    hint: '您说的只有社区的调解委员会看得到。社区会去问对方愿不愿意。',
    name: '怎么称呼您',
    phone: '您的电话',
    about: '为了什么事，希望怎么解决',
    other: '对方是谁',
    otherHint: '比如“302 的住户”，知道多少写多少。',
    missing: '请填这一项。',
    send: '申请调解',
    done: '申请已经交给社区。',
  },
  code: {
    title: '别人请您参加调解？',
    hint: '社区给您一个查询码，在这里输入。',
    label: '查询码',
    send: '查看',
    none: '没有找到这个码对应的调解。请核对后再试。',
  },
  none: '您还没有参加调解。',
  noneNext: '在您自己的诉求里点“请人调解”，或者输入社区给您的查询码。',
  ways: {
    title: '什么事该找谁',
    lead: '先看是哪一种事。找对地方，办得更快。',
    urgent: '有危险，先打电话',
    report: {
      title: '路灯、垃圾、噪声这些身边事',
      say: '在这里反映，有人签收、有期限、有答复。',
      go: '我要反映',
    },
    dispute: {
      title: '跟邻居、家人、房东、物业谈不拢',
      say: '请社区的人民调解委员会调解：自愿、免费。先反映，再在自己的诉求里点“请人调解”。',
    },
    labour: {
      title: '跟单位有劳动争议',
      say: '向劳动人事争议仲裁委员会申请仲裁，一般要在一年内提出。咨询打 12333。',
    },
    review: {
      title: '不服行政机关的决定',
      say: '可以申请行政复议，一般要在知道决定以后六十日内；也可以依法提起行政诉讼。',
    },
    court: { title: '要打官司、要法律帮助', say: '向法院起诉或者申请法律援助。免费法律咨询打 12348。' },
    mind: { title: '心里难受，想找人说说', say: '心理援助热线 12356，全天有人接。' },
  },
}
export type MediationWords = typeof mediationZh
