import type { DeclineReason } from '../../../neighbours/contract.ts'

const because: Record<DeclineReason, string> = {
  report_it: '这是要派人去办的事，请用“我要反映”，有编号、有期限',
  not_ours: '这件事不归社区管',
  personal: '问到了别人的私事，社区不能说',
  repeated: '前面已经答过',
  abusive: '话里有伤人的内容',
}

export const communityZh = {
  title: '社区页',
  workers: '网格员',
  noWorkers: '这里还没有登记网格员',
  boardHere: '这里的公示',
  announcements: {
    title: '社区公告',
    none: '还没有公告',
    noneNext: '社区发了公告，会出现在这里。',
    pinned: '置顶',
    by: (unit: string, when: string) => `${unit} · ${when}`,
    until: (day: string) => `展示到 ${day}`,
    more: '更多公告',
  },
  answers: {
    title: '居民问答',
    none: '还没有公开的问答',
    noneNext: '您可以第一个问。',
    question: '问',
    answer: '答',
    more: '更多问答',
  },
  ask: {
    title: '问社区一句',
    hint: '办事要带什么、几点开门、什么时候修，都可以问。要人来办的事，请用“我要反映”。',
    label: '您的问题',
    placeholder: '例：老年食堂周末开不开？',
    missing: '请写下您的问题',
    privacy: '不问您是谁。要公开的话，由工作人员改写好再公开，您的原话不公开。',
    send: '提问',
    toReport: '改用“我要反映”，不经过本人',
    done: '问题已送到社区',
    doneNext: '有了回答，在“我问过的”里看。',
  },
  mine: {
    title: '我问过的',
    waiting: '等社区回答',
    answered: (unit: string | null) => (unit === null ? '社区答了' : `${unit}答了`),
    declined: '没有回答',
    because,
    asked: (when: string) => `提问：${when}`,
    forget: '从这部手机移除',
    takeBack: {
      open: '收回这个问题',
      openFor: (question: string) => `收回这个问题：${question}`,
      ask: '收回这个问题？',
      next: '您的原话和给您的回答都会删掉，也不再留着是谁问的。社区公开过的问答还在，那是工作人员改写的。',
      confirm: '收回',
      done: '已经收回，原话已删掉',
    },
  },
  door: {
    emergencyTitle: '这听起来是急事，请先打电话',
    emergencyLead: '提问不会马上有人看。电话才是最快的。',
    channelTitle: (channel: string) => `这件事有专门的渠道：${channel}`,
    channelLead: '这些渠道依法办理这类事。在这里提问，社区经办的人看得到。',
    report: '改用“我要反映”，只有区中心专人看得到',
    anyway: '还是在这里问',
    back: '回去修改',
  },
  share: {
    button: '转给邻居',
    copied: '网址已复制，粘贴到群里就行',
    address: '这一页的网址',
  },
}

export type CommunityWords = typeof communityZh
