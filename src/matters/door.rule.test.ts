import { expect, test } from 'vitest'
import { channelFor, doorFor, emergencyFor } from './door.rule.ts'
import { alarms, channelWords } from './door-words.rule.ts'
import { emergencyLines, lawfulChannels } from './doors.contract.ts'

test.each([
  ['五号楼着火了，快来人', '119'],
  ['楼 下 着 火 了', '119'],
  ['电瓶车棚在冒烟，火苗都出来了', '119'],
  ['不知道是不是着火了，三楼冒浓烟', '119'],
  ['对面楼会不会是着火了', '119'],
  ['上次着火的地方又着火了', '119'],
  ['去年修过的配电箱，现在起火', '119'],
  ['楼道里有很浓的汽油味', '119'],
  ['厨房里闻到煤气味', 'gas'],
  ['走廊有一股天然气的味道，我们没敢开灯，好像燃气管道在漏气', 'gas'],
  ['担心煤气泄漏，味道很大', 'gas'],
  ['燃气报警器响了一晚上，一氧化碳超标', 'gas'],
  ['有人晕倒在公交站', '120'],
  ['老人摔倒了起不来', '120'],
  ['我爸爸没有呼吸了', '120'],
  ['外墙砖掉下来砸到人了', '120'],
  ['孩子被狗咬了，流血不止', '120'],
  ['隔壁邻居食物中毒，上吐下泻', '120'],
  ['有人持刀在小区门口', '110'],
  ['楼上正在打人，听见喊救命', '110'],
  ['门口有人打架', '110'],
  ['我家被盗了', '110'],
  ['如果再不解决我就杀了他', '110'],
  ['再不给我工资我就跳楼', '12356'],
  ['去年开始我就不想活了', '12356'],
  ['邻居家孩子走丢了，三岁', '110'],
  ['两个人被困电梯里，电话没人接', '119'],
  ['有个小孩掉进了没盖的窨井', '119'],
  ['工地围墙突然倒塌', '119'],
  ['积水里漏电，路过的人触电了', '95598'],
  ['电线断了掉在路上', '95598'],
  ['路口发生车祸，撞了一个老人', '122'],
  ['特别浓烟从地下车库出来', '119'],
  ['The kitchen is on fire', '119'],
  ['I smell gas on the stairs', 'gas'],
  ['An old man is unconscious', '120'],
  ['My wife said there is a fire', '119'],
] as const)('%s calls %s', (words, line) => {
  const door = doorFor(words)
  expect(door).toMatchObject({ kind: 'emergency' })
  expect(emergencyFor(words)?.lines).toContain(line)
})

test.each([
  '没有着火，只是想问消防检查',
  '楼道灭火器过期了',
  '楼道堆满纸箱，有火灾隐患',
  '电线老化，很容易起火',
  '电瓶车在楼道充电，怕着火',
  '万一发生火灾大家都跑不出去',
  '这样堆放会引起火灾',
  '希望社区组织消防演练，讲讲火灾怎么预防',
  '烧烤摊天天冒浓烟',
  '附近工厂烟囱冒黑烟',
  '大火锅店油烟扰民',
  '燃气缴费在哪里办',
  '燃气泄漏报警器怎么领取',
  '燃气费交了还是停气',
  '煤气罐乱堆放',
  '想申请更换燃气软管，预防煤气中毒',
  '路面坑洼，老人容易摔伤',
  '还好没有人受伤',
  '楼顶瓷砖松动，担心砸到人',
  '工伤骨折后怎么报销',
  '中风病人办残疾证要什么材料',
  '楼上小孩打球太吵',
  '流浪狗打架叫一晚上',
  '我的车位被人抢了车位，请物业管管',
  '路口井盖被偷了',
  '有企业晚上偷排污水',
  '商场跳楼价甩卖喇叭太吵',
  '想死你了，社区的合唱队什么时候再办',
  '围墙裂缝，有倒塌危险',
  '手机掉进了下水井',
  '配电箱没有漏电保护器',
  '去年有人在这里溺水，希望装护栏',
  '希望增加防触电警示',
  '停车难困扰居民',
  '没有人打架，只是吵',
  'The fire extinguisher has expired',
  'Where do I pay the gas bill',
  'There is no fire but the alarm is loud',
  '三楼的灯不亮',
])('%s is no emergency', (words) => expect(emergencyFor(words)).toBeNull())

test.each([
  ['我要上访，问题三年没解决', 'petition'],
  ['信访件一直没有答复', 'petition'],
  ['举报社区主任吃拿卡要', 'wrongdoing'],
  ['村干部冒领补贴，贪污集体的钱', 'wrongdoing'],
  ['办事的人向我索要好处费', 'wrongdoing'],
  ['举报网格员收钱', 'wrongdoing'],
  ['老公经常打我', 'abuse'],
  ['我被前夫威胁，想申请人身安全保护令', 'abuse'],
  ['楼下儿子不给老人饭吃，虐待', 'abuse'],
  ['My husband beats me', 'abuse'],
  ['隔壁天天打孩子，孩子身上有伤', 'minor'],
  ['孩子在学校被同学霸凌', 'minor'],
  ['有人猥亵儿童', 'minor'],
  ['家里小孩没人管，父母都不在', 'minor'],
] as const)('%s has its channel: %s', (words, channel) =>
  expect(channelFor(words)).toMatchObject({ kind: 'channel', channel }),
)

test.each([
  '信访局门口的路灯坏了',
  '举报楼上违建',
  '举报邻居养狗扰民',
  '垃圾腐败发臭没人清',
  '希望办一场反家暴宣传讲座',
  '有人虐待流浪猫',
  '楼上孩子打闹太吵',
  '带孩子打疫苗去哪里',
  '网格员打我电话没接到',
  '过年抢红包活动',
  '物业挪用车位',
  '防校园欺凌讲座什么时候开',
  '业委会换届选举',
])('%s needs no channel', (words) => expect(channelFor(words)).toBeNull())

test('an emergency is shown first, with the lines of all that rings, and the channel is not lost', () => {
  const words = '老公正在打我，家里着火了'
  expect(doorFor(words)).toEqual({
    kind: 'emergency',
    lines: ['119', '110', '120'],
    because: ['着火', '正在打'],
  })
  expect(channelFor(words)).toMatchObject({ channel: 'abuse' })
  expect(doorFor('路灯不亮')).toBeNull()
  expect(doorFor('')).toBeNull()
})

test('every line and channel that the words can name has its number and names', () => {
  for (const { lines } of alarms) for (const line of lines) expect(emergencyLines[line].zh).not.toBe('')
  for (const { channel } of channelWords) expect(lawfulChannels[channel].doors.length).toBeGreaterThan(0)
})

test('a long report is read to its end', () => {
  const long = '没有着火的火灾隐患如果孩子老公 a gas '.repeat(2_500)
  expect(doorFor(`${long}，现在着火了`)).toEqual(doorFor('没有着火的火灾隐患，现在着火了'))
})
