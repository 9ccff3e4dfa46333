import type { Cause, WriteAgreement } from '../../cases/mediation/contract.ts'

/** A local moment: the day, counted from the one on which the demonstration is loaded, and the time. */
export interface DemoMoment {
  readonly day: number
  readonly clock: string
}

interface PlannedParty {
  readonly name: string
  readonly phone: string
}

/** One dispute (人民调解) of the demonstration, between two who are invented. */
export interface PlannedMediation {
  readonly deskCode: string
  readonly areaCode: string
  readonly matter: string
  readonly summary: string
  readonly words: string
  /** Of the residents with an account, or null for somebody who followed by a receipt. */
  readonly resident: number | null
  readonly reportedAt: DemoMoment
  /** Asked for by the reporter, or told of this way by the police. */
  readonly origin: 'party' | 'police'
  readonly applicant: PlannedParty
  readonly respondent: PlannedParty
  readonly about: string
  readonly other: string
  readonly consentedAt: DemoMoment
  /** What the other side says to the mediator alone. */
  readonly said: string
  readonly session: DemoMoment & { readonly venue: string }
  readonly agreed: {
    readonly at: DemoMoment
    readonly record: string
    readonly form: WriteAgreement['form']
    readonly cause: Cause
    readonly facts: string
    readonly terms: string
    readonly duties: readonly {
      readonly of: 'applicant' | 'respondent'
      readonly words: string
      readonly day: number
    }[]
    /** What the reporter is answered. */
    readonly answer: string
  } | null
  readonly visit:
    | (DemoMoment & { readonly result: 'kept' | 'partly'; readonly words: string; readonly nextDay: number })
    | null
}

const tongyin = { deskCode: '990104006001-community', areaCode: '990104006001001', matter: 'NE01' } as const

const disputes: readonly PlannedMediation[] = [
  {
    ...tongyin,
    summary: '邻居养狗引起的矛盾',
    words: '对门养的狗一到傍晚就叫，楼道里也有味道。说过两回，话越说越僵，想请社区帮忙调一调。',
    resident: 0,
    reportedAt: { day: -4, clock: '09:20' },
    origin: 'party',
    applicant: { name: '陈女士', phone: '13800000901' },
    respondent: { name: '何先生', phone: '13800000902' },
    about: '对门的狗傍晚叫个不停，楼道有味道，想定个大家都能接受的办法。',
    other: '对门的何先生',
    consentedAt: { day: -3, clock: '10:05' },
    said: '我白天上班，狗一个在家就叫。楼道我愿意天天拖，就是别再在群里说我。',
    session: { day: 1, clock: '15:00', venue: '社区调解室' },
    agreed: null,
    visit: null,
  },
  {
    ...tongyin,
    summary: '装修弄坏隔墙引起的矛盾',
    words: '隔壁装修，我家客厅这面墙裂了一条缝，装修的人说不关他的事，两家已经吵过一次。',
    resident: null,
    reportedAt: { day: -16, clock: '14:10' },
    origin: 'police',
    applicant: { name: '吴先生', phone: '13800000903' },
    respondent: { name: '郑女士', phone: '13800000904' },
    about: '隔壁装修以后客厅墙面开裂，两家争执，派出所告知可以申请调解。',
    other: '隔壁正在装修的郑女士',
    consentedAt: { day: -15, clock: '09:40' },
    said: '墙是开槽时震的，我认修，但是工期要等到贴完砖。',
    session: { day: -13, clock: '15:00', venue: '社区调解室' },
    agreed: {
      at: { day: -12, clock: '10:30' },
      record: '双方一起看了墙面，认可裂缝是开槽震出来的，谈定由装修一方修复。',
      form: 'written',
      cause: 'renovation',
      facts: '郑女士家装修开槽，震裂了吴先生家客厅隔墙的粉刷层，长约一米二。双方对裂缝起因没有争议。',
      terms: '郑女士负责修复吴先生家客厅墙面；装修只在工作日 8 时至 18 时做有响声的工序。',
      duties: [
        { of: 'respondent', words: '把开裂的墙面铲掉重做粉刷', day: -4 },
        { of: 'respondent', words: '重新刷一遍客厅这面墙的漆', day: 6 },
      ],
      answer: '两家在社区调解委员会达成了协议，墙面由装修一方修复，我们会上门看做得怎么样。',
    },
    visit: {
      ...{ day: -3, clock: '16:20', result: 'partly', nextDay: 0 },
      words: '粉刷已经做好，漆等墙面干透再刷。两家见面能打招呼了。',
    },
  },
  {
    ...tongyin,
    summary: '楼下停车占道引起的矛盾',
    words: '楼下邻居的电动三轮车总停在单元门口，推婴儿车要绕一大圈，说了几次都不听。',
    resident: null,
    reportedAt: { day: -9, clock: '08:50' },
    origin: 'party',
    applicant: { name: '沈女士', phone: '13800000905' },
    respondent: { name: '蒋师傅', phone: '13800000906' },
    about: '三轮车停在单元门口挡路，希望换个地方停。',
    other: '一楼的蒋师傅',
    consentedAt: { day: -8, clock: '09:15' },
    said: '我每天四点出摊，停远了装货不方便，有个近点的地方就行。',
    session: { day: -7, clock: '10:00', venue: '3 单元门口' },
    agreed: {
      at: { day: -7, clock: '11:00' },
      record: '在单元门口当面说，量了墙边的空地，正好停得下。',
      form: 'oral',
      cause: 'parking',
      facts: '蒋师傅的三轮车夜里停在单元门口，白天不好进出；双方都想要一个固定的位置。',
      terms: '三轮车停到单元东侧墙边画好的位置，单元门口不再停车。',
      duties: [],
      answer: '两家当面说好了，三轮车改停东侧墙边，单元门口已经让出来。',
    },
    visit: null,
  },
]

/** One in course, one agreed and being watched, one settled by word of mouth. */
export const planMediations = (): readonly PlannedMediation[] => disputes
