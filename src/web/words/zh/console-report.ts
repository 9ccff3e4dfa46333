import type { AcceptCase } from '../../../cases/contract.ts'

const ways: Record<NonNullable<AcceptCase['onBehalf']>, { label: string; hint: string }> = {
  caller: { label: '来电', hint: '本人打电话来说' },
  visitor: { label: '来访', hint: '本人当面来说' },
  relative: { label: '亲属代办', hint: '替家里人来说' },
}

export const consoleReportZh = {
  title: '代报',
  lead: '有人来电、来访或替家里人说事，照对方的话记下来。编号和回执码交给对方。',
  paper: '打印空白反映单，放在柜台',
  way: '谁在说',
  ways,
  wayMissing: '请选是来电、来访还是亲属代办',
  words: {
    label: '对方怎么说',
    hint: '照对方的话写：哪里、什么情况、多久了。姓名和电话写在联系方式里，不写在这里。',
    placeholder: '例：3 栋 2 单元三楼楼道灯坏了一周，老人晚上不敢下楼。',
    missing: '请写对方说的是什么事',
  },
  photos: '对方带来的照片',
  contact: {
    legend: '怎么联系对方',
    hint: '对方不留也可以，凭回执码一样能查进度、补充和评价。',
    tell: '请告诉对方：原话和联系方式只给办这件事要看的工作人员看，看联系方式要说明用途并留下记录。',
  },
  send: '登记',
  offlineKept: '没有网络，还没有登记。内容已存在这台电脑里，网络好了再点“登记”，不会重复。',
  draft: '草稿已存在这台电脑里，7 天内都在',
  done: {
    title: '已登记',
    handOver: '给对方抄下或打印。离开这一页后，回执码不再显示。',
    next: '登记下一件',
    open: '打开这件',
  },
}
