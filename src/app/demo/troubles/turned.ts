import type { TurnedTrouble } from './trouble.ts'

/** Troubles that the screening desk answers itself: no unit has to act, or another way is better. */
export const turnedTroubles: readonly TurnedTrouble[] = [
  {
    words: '隔壁老王家的枣树结了好多枣，能不能让他分我一点。',
    door: 'mutual_help',
    reason: '这件事邻居之间说一声最好。已请楼栋长转告，老王说周六打枣，欢迎来摘。',
  },
  {
    words: '希望小区大门口的花换成月季，现在种的那种我不喜欢。',
    door: 'self_government',
    reason: '小区种什么花由业主共同商量。已请业委会把这条列进下次议事会，会前三天会贴告示。',
  },
  {
    words: '我家空调不制冷了，请派人来修一下。',
    door: 'service',
    reason: '家用电器维修是有偿服务。社区便民服务清单上有三家明码标价的维修店，已一并发给您。',
  },
  {
    words: '想找人下午帮我照看两个钟头孩子，我要去复查。',
    door: 'mutual_help',
    reason: '邻里互助小组里有两位阿姨愿意帮忙，已请组长和您联系。',
  },
  {
    words: '单元群里有人天天发拼团链接，请把他禁言。',
    door: 'self_government',
    reason: '单元群由群里的邻居自己约定规矩。已提醒群主发起一次投票，定下发广告的办法。',
  },
  {
    words: '家里要搬家，想借一辆平板车用半天。',
    door: 'service',
    reason: '社区共享工具间有平板车，凭身份证登记就能借，每天早上八点半到下午六点。',
  },
  {
    words: '请把明年的彩票中奖号码告诉我，我中了分给社区一半。',
    door: null,
    reason: '这件事没有人能办到，所以不能受理。祝您好运。',
  },
  {
    words: '我和网上认识的人下棋输了，他用软件作弊，你们要管。',
    door: null,
    reason: '网络棋局的胜负不属于公共事务，请向该平台反映。',
  },
  {
    words: '测试测试，看看这里能不能发。',
    door: null,
    reason: '收到了，可以发。因为没有说到具体的事，这一条不再往下办。',
  },
  {
    words: '对面楼的窗帘颜色太难看了，要求统一换成米色。',
    door: null,
    reason: '别人家里的窗帘由别人自己选，我们无权要求更换，请理解。',
  },
]
