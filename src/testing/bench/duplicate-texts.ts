import type { Random } from '../../kernel/random.ts'

/** Troubles of an invented community, each as three people would say it; `{place}` is where. */
export const troubles: readonly (readonly [string, string, string])[] = [
  [
    '{place}的路灯不亮，晚上走路看不见',
    '{place}路灯坏了好几天，天黑以后一片漆黑',
    '请修一下{place}的灯，夜里根本看不清路',
  ],
  ['{place}井盖松动，车一过就响', '{place}有个井盖翘起来了，响个不停', '{place}井盖没盖严，压上去哐当哐当'],
  [
    '{place}垃圾没人清，味道很大',
    '{place}的垃圾桶满了，臭得开不了窗',
    '{place}堆了很多生活垃圾，几天没有清运',
  ],
  [
    '{place}有人跳广场舞，音响开得太大',
    '{place}晚上广场舞噪声扰民',
    '每天晚上{place}放音乐，吵得孩子没法写作业',
  ],
  ['{place}电梯坏了，老人下不了楼', '{place}的电梯又停了，没人来修', '{place}电梯反复故障，困过人'],
  ['{place}消防通道停满了车', '{place}的消防车道被私家车占了', '有车长期堵在{place}消防通道上'],
  ['{place}下雨就积水，没法走', '{place}一下雨水排不出去，漫到脚踝', '{place}雨后积水严重，下水道堵了'],
  ['{place}有人遛狗不牵绳', '{place}的狗没有拴绳，吓到小孩', '{place}大型犬乱跑，没有人管'],
  ['{place}有人占道卖菜，路都堵了', '{place}流动摊贩占着人行道', '{place}每天早上摆摊，车过不去'],
  ['{place}工地半夜还在施工', '{place}的工地夜里施工噪声太大', '凌晨一点{place}还在打桩，睡不着'],
  [
    '{place}楼道堆满杂物，有火灾隐患',
    '{place}楼道里放了旧家具，走不过去',
    '邻居把纸箱堆在{place}楼道，怕着火',
  ],
  ['{place}共享单车乱停，盲道都占了', '{place}的共享单车堆成山', '{place}单车把盲道挡住了'],
  ['{place}水管漏水，流了一地', '{place}地下水管爆了，一直冒水', '{place}自来水管破了在跑水'],
  ['{place}污水井冒水，臭气熏天', '{place}下水道返水，污水流到路上', '{place}的化粪池满了往外溢'],
  ['{place}有人私搭棚子', '{place}新盖了一间违章建筑', '{place}邻居违规搭建，挡了采光'],
  ['{place}油烟太大，熏得不敢开窗', '{place}饭店的油烟直排', '{place}烧烤店冒烟，满屋子都是味道'],
  ['{place}暖气不热，家里只有十四度', '{place}供暖温度不够', '{place}家里暖气片是凉的，老人受不了'],
  ['{place}树枝断了，怕砸到人', '{place}的大树歪了，有枯枝掉下来', '{place}树枝压到电线了'],
  ['{place}健身器材坏了，孩子差点摔倒', '{place}的健身器螺丝掉了', '{place}单杠松动，没有人修'],
  ['{place}路面有个大坑', '{place}的路破了，骑车差点摔倒', '{place}地面塌下去一块'],
]

const places = [
  '东门',
  '西门',
  '北门',
  '南门',
  '菜场门口',
  '学校旁边',
  '公交站边',
  '小广场',
  '停车场出口',
  '河边步道',
]

/** Another place of the same community, as reports name them. */
export const placeAt = (index: number): string =>
  index < places.length ? places[index]! : `${1 + (index % 40)}栋${index % 2 === 0 ? '一' : '二'}单元`

const synonyms: readonly (readonly [string, string])[] = [
  ['坏了', '出了毛病'],
  ['晚上', '夜里'],
  ['没人', '无人'],
  ['太大', '特别大'],
  ['看不见', '看不清'],
  ['门口', '口上'],
  ['孩子', '小孩'],
  ['不亮', '不亮了'],
  ['车', '车辆'],
  ['一单元', '1单元'],
  ['二单元', '2单元'],
]
const slips: readonly (readonly [string, string])[] = [
  ['的', '得'],
  ['在', '再'],
  ['带', '戴'],
  ['坏', '怀'],
  ['座', '坐'],
]
const greetings = ['您好，', '请问能不能管一管，', '反映一个问题：', '居民反映，', '']
const endings = ['，请尽快处理', '，已经一个星期了', '，打过电话没有用', '，谢谢', '']

const swapped = (text: string, pairs: typeof synonyms, random: Random, chance: number): string =>
  pairs.reduce((said, [one, other]) => (random.next() < chance ? said.replace(one, other) : said), text)

/** Says it again as another person might: other words, another order, something left out, a slip, a greeting. */
export function rewritten(text: string, random: Random): string {
  const clauses = swapped(text, synonyms, random, 0.5).split('，')
  const ordered = clauses.length > 1 && random.next() < 0.4 ? [...clauses].reverse() : clauses
  const kept = ordered.length > 1 && random.next() < 0.25 ? ordered.slice(0, -1) : ordered
  const slipped = swapped(kept.join('，'), slips, random, 0.15)
  return `${random.pick(greetings)}${slipped}${random.pick(endings)}`
}
