import type { Channel, EmergencyLine } from './doors.contract.ts'

/** Words that ring, and the harmless phrases they also occur in, which are taken out before one listens. */
export interface Alarm {
  readonly lines: readonly EmergencyLine[]
  readonly rings: RegExp
  readonly harmless?: RegExp
  /** Said of a threat or of danger to life, "if" and "last year" do not calm: 再不解决我就跳楼. */
  readonly neverCalmed?: true
}

/** Sorted by nothing: all that ring are heard, and their lines are shown together. Text is lower case, half width. */
export const alarms: readonly Alarm[] = [
  {
    lines: ['119'],
    rings:
      /着火|起火|失火|火灾|火警|走水了|烧起来|烧着了|火苗|火势|大火|冒烟|冒(?:着|出)?(?:黑|浓|白)烟|浓烟|爆炸|爆燃|自燃|纵火|放火|汽油味|on fire|(?:there is|there's) (?:a )?fire|(?:house|flat|building|kitchen|car|bike) fire|explosion|smoke (?:is )?coming/,
    harmless:
      /(?:烧烤|烟囱|油烟|工厂|食堂|饭店|餐馆|尾气|焚烧|烧垃圾)[^,]{0,8}(?:冒烟|冒(?:着|出)?(?:黑|浓|白)烟|浓烟)|(?:怕|担心|害怕)(?:会|再|发生)?(?:着火|起火|失火|火灾|爆炸|自燃)(?!了)|(?:会|要)?(?:引起|引发|导致|造成|酿成)(?:重大)?(?:火灾|爆炸|自燃)(?!了)|大火锅|人口爆炸|信息爆炸|爆炸(?:性|式|头)/,
  },
  {
    lines: ['gas', '119'],
    rings:
      /(?:煤气|燃气|天然气|液化气|瓦斯)的?(?:臭|怪|异)?味|(?:煤气|燃气|天然气|液化气|瓦斯)[^,费]{0,6}(?:泄漏|泄露|漏气|漏了|在漏|跑气)|漏(?:了)?(?:煤气|燃气|天然气|液化气)|闻到[^,]{0,6}(?:煤气|燃气|天然气|液化气)|一氧化碳|smell(?:s|ing)?(?: of| like)? gas|gas (?:smell|leak)|leaking gas|carbon monoxide/,
    harmless:
      /(?:煤气|燃气|天然气|液化气|瓦斯|一氧化碳)(?:泄漏|泄露)?(?:报警|检测|探测|浓度|警报|保险|险)(?:器|仪)?(?!响|在响|一直)/,
  },
  {
    lines: ['120'],
    rings:
      /晕倒|昏倒|昏迷|昏过去|不省人事|(?:没有?|停止|失去)(?:了)?(?:呼吸|心跳|意识|脉搏)|喘不(?:上|过)气|呼吸困难|心脏病发|心梗|脑梗|中风|抽搐|大出血|流血不止|(?:满|一)(?:头|脸|身|地)(?:都)?是?血|休克|中毒|噎住|呛水|受伤|烫伤|烧伤|砸伤|砸到(?:了)?人|砸中(?:了)?人|摔(?:伤|断|成|得很重|倒(?:了)?起不来|下楼)|骨折|咬伤|被(?:狗|犬|蛇|野猪)咬|羊水破|要生了|快不行了|unconscious|not breathing|collapsed|heart attack|stroke|bleeding|injured/,
    harmless:
      /(?:怕|担心|害怕)[^,]{0,8}(?:受伤|摔伤|摔断|骨折|中毒|烫伤|砸伤|砸到人|砸中人|咬伤|被狗咬)(?!了)|(?:受伤|摔伤|骨折|咬伤|烫伤|烧伤)[^,]{0,6}(?:报销|理赔|赔偿|保险|补贴|评残|鉴定)|(?:防|预防)中毒|心脏病发(?:病率|放)|脑梗后遗症|中风后遗症|中风(?:康复|病人|老人)/,
  },
  {
    lines: ['110', '120'],
    rings:
      /持刀|拿(?:着)?(?:菜)?刀(?!具)|动刀|砍人|砍伤|捅人|捅伤|捅了|杀人|杀了|弄死|打死|枪击|开枪|绑架|劫持|强奸|轮奸|正在打|在打人|打人了|打伤|打起来|殴打|群殴|斗殴|打群架|被(?:人|他|她|他们)?打了|抢劫|抢钱|抢包|抢了|被抢|救命|放毒|投毒|非法拘禁|被(?:关|锁)在(?:屋|房|家)里|炸弹|爆炸物|knife|stabb|attack(?:ed|ing)|beating|robb(?:ed|ery|ing)|kidnap|raped?\b|gunshot|help me/,
    harmless:
      /被抢(?:占|修|购|注)|抢了(?:车位|位置|座位|生意)|(?:手|打)?枪战游戏|救命(?:恩人|稻草|钱)|heart attack/,
    neverCalmed: true,
  },
  {
    lines: ['110'],
    rings:
      /打架|小偷|入室|撬(?:了)?(?:门|锁)|被(?:人)?(?:偷|盗)|偷了|失窃|盗窃|(?:被|在)(?:人)?(?:尾随|跟踪)|尾随我|跟踪我|砸车|砸门|踹门|闯进|闯入|(?:孩子|小孩|儿童|女儿|儿子|老人|母亲|父亲|妈妈|爸爸|奶奶|爷爷|外婆|外公)[^,]{0,6}(?:走失|走丢|失踪|不见了|找不到了)|burglar|stolen|thief|break(?:ing)? in|missing (?:child|person)|being followed/,
    harmless:
      /(?:猫|狗|鸡)[^,]{0,4}打架|井盖[^,]{0,4}被(?:人)?(?:偷|盗)|防(?:小偷|盗窃)|被偷(?:排|倒|换)|被盗(?:用|版)/,
  },
  {
    lines: ['110', '120', '12356'],
    rings:
      /自杀|轻生|跳楼|跳河|跳江|割腕|服毒|喝农药|寻死|不想活|活不下去|想死|suicid|kill (?:my|him|her)self|want to die/,
    harmless: /跳楼(?:价|机|甩卖|大甩卖)|想死你/,
    neverCalmed: true,
  },
  {
    lines: ['119', '120', '110'],
    rings:
      /坠楼|掉下(?:楼|来了人)|溺水|落水|(?:掉|跌|摔|滑)(?:进|到|入)(?:了)?[^,]{0,4}(?:河|湖|塘|井|坑|沟|江|水库)|被困|困在|困人|(?:关|卡)在(?:了)?电梯|埋在|被埋|倒塌|坍塌|垮塌|塌了|塌方|山体滑坡|泥石流|决堤|溃坝|山洪|drown|trapped|stuck in (?:the|a) (?:lift|elevator)/,
    harmless: /(?:车|手机|钥匙|东西|垃圾)[^,]{0,4}(?:掉|跌)(?:进|到|入)[^,]{0,4}(?:河|湖|塘|井|坑|沟)/,
  },
  {
    lines: ['119', '120', '95598'],
    rings:
      /触电|电死|被电(?:到|倒|击|了)|漏电|(?:电线|高压线|电缆)[^,]{0,4}(?:断了|断落|掉落|掉在|掉下|落地|打火|冒火花)|冒火花|electrocut|electric shock|(?:live|fallen|power) (?:wire|line)s? (?:is |are )?(?:down|on the)/,
    harmless: /漏电(?:保护|保|开关|断路|检测)(?:器)?|防触电|防漏电/,
  },
  {
    lines: ['120', '122'],
    rings:
      /车祸|撞(?:了|到|伤|死|倒)(?:了)?(?:一个|个)?(?:人|老人|小孩|孩子|行人|学生)|被(?:汽|货|电动|摩托|小轿|公交)?车(?:子)?(?:撞|碾|轧)|撞车了|翻车|car (?:crash|accident)|hit by a (?:car|bus|truck)/,
  },
]

/** Words right before an alarm that take it back: 没有着火. */
export const denials =
  /(?:没有?|没|未|并未|从未|无|不是|并非|不会|不要|(?<![特分个性])别|禁止|严禁|\b(?:no|not|never|without))(?:人|任何人|任何|发生|出现|再|有|闻到|发现|看到|看见|造成|真的|a|any)*\s*$/
/** Questions that look like denials: 是不是着火了. */
export const openQuestions = /有没有|是不是|会不会|是否|不知道是/g
/** Words before an alarm in its clause that make it a supposition, a precaution or a near miss. */
export const suppositions =
  /(?:如果|万一|一旦|要是|假如|倘若|以免|免得|避免|防止|预防|谨防|防范|容易|极易|很容易|差点|险些|怎么防|\bif|in case|prevent(?:ing)?|avoid(?:ing)?|risk of)[^,]{0,14}$/
/** Words before an alarm in its clause that set it in the past. Yesterday is not past enough. */
export const longAgo =
  /(?:去年|前年|上个月|上月|几年前|年前|上周|上次|曾经|以前|last (?:year|month|week))[^,]{0,14}$/
/** Words that bring it back to now. */
export const rightNow = /正在|现在|此刻|刚刚|刚才|突然|又|now\b|again/
/** Words right behind an alarm that make it a subject, a danger or a device. */
export const subjects =
  /^(?:的|等)?(?:重大|安全|较大)?(?:危险|风险|隐患|可能|演练|演习|应急预案|预案|宣传|讲座|知识|培训|教育|报警器|警报器|保险|事故处理办法|怎么办理|怎么预防|如何预防|预防|防范|drill|risk|hazard|alarm (?:battery|test)|extinguisher|insurance)/

/** Who is near in blood or under one roof. */
const kin =
  '(?:老公|丈夫|前夫|老婆|妻子|媳妇|男朋友|男友|爱人|儿子|女婿|儿媳|公公|婆婆|爸爸|父亲|继父|我爸|妈妈|母亲|继母|我妈|家人|他)'
const child = '(?:孩子|小孩|儿童|娃|未成年|幼童|婴儿|女童|男童|幼儿|学生|外孙|孙子|孙女|侄女|侄子)'

export interface ChannelWords {
  readonly channel: Channel
  readonly words: RegExp
  readonly harmless?: RegExp
}

/** The most in need of shelter first: the first that is heard is shown. */
export const channelWords: readonly ChannelWords[] = [
  {
    channel: 'minor',
    words: new RegExp(
      `虐(?:待|童)[^,]{0,4}${child}|${child}[^,]{0,8}(?:被虐|受虐|被(?:[^,]{0,4})(?:打|虐待|猥亵|性侵|欺凌|霸凌|遗弃|拐)|遭(?:受)?(?:打|虐待|猥亵|性侵|欺凌|霸凌|遗弃)|身上有伤|没人管)|(?:打|毒打|体罚)(?:自己的|自家)?(?:孩子|小孩|学生|娃)(?!球|针|疫苗|电话|闹)|猥亵|校园欺凌|校园霸凌|虐童|弃婴|拐卖|童工|遗弃${child}|child abuse|abus(?:e|ing) (?:a |the |his |her |their )?(?:child|kid|minor)|bull(?:ied|ying)`,
    ),
    harmless:
      /(?:防|反|预防)(?:范)?(?:校园)?(?:欺凌|霸凌|拐卖|性侵)|(?:欺凌|霸凌|未成年人保护)(?:宣传|讲座|课)|(?:被狗|被蚊|被车|被球)[^,]{0,6}/,
  },
  {
    channel: 'abuse',
    words: new RegExp(
      `家暴|家庭暴力|虐待|${kin}[^,]{0,8}(?:打我|打妈妈|打老人|打她|打伤我|掐我|威胁我|囚禁|不让我出门)|被${kin}[^,]{0,4}(?:打|虐|囚禁|威胁)|打老婆|打媳妇|打老人|打老太|人身安全保护令|性侵|性骚扰|遗弃(?:老人|父母|母亲|父亲|残疾)|domestic (?:violence|abuse)|(?:husband|boyfriend|wife|partner|father|son) (?:hits|beats|hit|beat|threatens) (?:me|her|him)|sexual(?:ly)? (?:assault|harass)`,
    ),
    harmless:
      /反家暴(?:宣传|讲座|知识)|反家庭暴力(?:法|宣传|讲座)|虐待(?:动物|猫|狗|流浪|小动物|植物)|打我(?:电话|手机)|打老人(?:机|电话|牌|卡)/,
  },
  {
    channel: 'wrongdoing',
    words:
      /贪污|受贿|行贿|索贿|贿赂|贿选|挪用公款|侵吞(?:公款|集体)|以权谋私|滥用职权|玩忽职守|徇私|吃拿卡要|权钱交易|买官卖官|优亲厚友|虚报冒领|冒领(?:补贴|低保|救助)|套取(?:补贴|资金|专项)|打击报复|腐败|贪官|保护伞|(?:收|索要|索取|给)(?:了)?[^,]{0,4}(?:红包|回扣|好处费|贿)|举报[^,]{0,6}(?:书记|主任|干部|局长|科长|镇长|村长|网格员|网格长|工作人员|民警|协警|城管队员|公务员)|corrupt|brib(?:e|ery|ing)|embezzl/,
    harmless:
      /(?:食|垃圾|肉|菜|果|尸|木|落叶)[^,]{0,4}腐败|腐败(?:变质|发臭|味|物)|(?:微信|拜年|过年|抢)红包|防腐败/,
  },
  {
    channel: 'petition',
    words: /信访|上访|petition(?:s|er|ing)? (?:office|to the|letter|case)|lodge a petition/,
    harmless:
      /信访(?:局|办|接待中心|大厅|办公室)(?:的)?(?:门口|门前|门外|旁边|旁|对面|附近|楼下|院内|路口|那条路|停车)/,
  },
]
