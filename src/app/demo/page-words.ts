import type { DeclineReason } from '../../neighbours/contract.ts'

/** What an invented community announces. `days`: how long it stands; without it, until it is withdrawn. */
export interface DemoAnnouncement {
  readonly title: string
  readonly body: string
  readonly pinned?: true
  readonly days?: number
}

/** What an invented resident asks, and what the desk makes of it. */
export interface DemoQuestion {
  readonly words: string
  /** As everybody reads it; without it the answer stays between the two. */
  readonly shown?: string
  readonly answer?: string
  readonly declined?: { readonly because: DeclineReason; readonly words: string }
}

/** Stands at the end of whatever the demonstration publishes: nobody is to queue for an invented free clinic. */
export const demoMark = '（演示数据，内容是虚构的。）'

export const hours: DemoAnnouncement = {
  title: '社区办事大厅的时间和电话',
  body: '周一到周五 9:00 到 12:00、13:30 到 17:30 可以办事。行动不便的，打电话给网格员，我们上门。',
  pinned: true,
}

export const announcements: readonly DemoAnnouncement[] = [
  {
    title: '周六上午停水 4 小时',
    body: '本周六 8:00 到 12:00 检修水管，桐荫里一带停水。请提前接一桶水；有老人孩子的家庭需要送水，请告诉网格员。',
    days: 12,
  },
  {
    title: '电动自行车请到车棚充电',
    body: '车棚新装了 24 个充电位，扫码就能用。楼道里不要停车充电，消防通道要留出来。',
  },
  {
    title: '家电维修便民日',
    body: '这个月最后一个周日 9:00 到 11:30，社区广场，小家电、雨伞、磨刀都修，只收零件钱。',
    days: 30,
  },
  {
    title: '大件垃圾改在每周三收',
    body: '旧沙发、旧柜子请周二晚上 6 点以后放到北门东侧的大件点，周三一早清走。平时请不要放在楼道。',
  },
  {
    title: '秋季灭鼠，请看好小孩和宠物',
    body: '这两周在绿化带和垃圾房投放药盒，贴有黄色标签，请不要碰。误食请马上打 120。',
    days: 20,
  },
  {
    title: '健身器材更换完工',
    body: '中心花园的 8 件旧器材已经换完，用着不合适的地方，请在这里提问，或者用“我要反映”。',
  },
]

export const questions: readonly DemoQuestion[] = [
  {
    words: '我妈想去老年食堂吃饭，周末开不开？要带什么？',
    shown: '老年食堂周末开不开？第一次去要带什么？',
    answer: '周一到周六中午 11:00 到 13:00 开，周日休息。第一次来带身份证登记一下就行。',
  },
  {
    words: '居住证续签在社区能办吗，我上班走不开',
    shown: '居住证续签在社区能办吗？',
    answer: '可以。周二、周四晚上延到 19:30，带居住证和身份证；也可以在网上办。',
  },
  {
    words: '图书室什么时候开，孩子放学想去写作业',
    shown: '社区图书室几点开？孩子放学能去写作业吗？',
    answer: '周一到周五 15:30 到 20:00，周末全天，欢迎来写作业，有志愿者看着。',
  },
  {
    words: '加装电梯要多少户同意？我们单元有人不同意',
    shown: '加装电梯要多少户同意？',
    answer: '先要本单元参与表决的业主达到法定比例同意，社区可以帮着开协商会。请来社区拿一份办理说明。',
  },
  {
    words: '我家的补贴为什么这个月没到，我叫不出那个名目',
    answer: '已经查过：这批统一在月底前到账。到时还没到，请带存折来社区，我们陪您问。',
  },
]

export const declined: DemoQuestion = {
  words: '楼道灯坏了什么时候修？',
  declined: {
    because: 'report_it',
    words: '这件事请用“我要反映”，写上几号楼几单元，当天就能派给物业，您还能看到进度。',
  },
}

/** Waits for the desk of the community that the demonstration is shown with. */
export const waiting: readonly DemoQuestion[] = [
  { words: '暑期托管班明年还办吗？什么时候报名？' },
  { words: '流感疫苗社区医院还有吗，老人打要不要钱？' },
]
