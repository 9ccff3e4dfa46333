import type { ComplainedOf } from './doors.contract.ts'

/** Who works for the grid, the community, the village or the street, said in words. */
const worker =
  '(?:网格(?:管理)?员|网格长|楼栋长|居委(?:会|(?!会))|居民委员会|村委(?:会|(?!会))|(?:社区|居委会|村委会|街道(?:办(?:事处)?)?)的?(?:工作人员|办事人员|人员|干部|书记|主任|领导|社工|值班员)|街道办(?:事处|(?!事处))|grid (?:workers?|leaders?)|(?:community|street) (?:staff|workers?|officers?|officials?|desk|office)|residents.? committee)'

/** What they are complained of; not where it is denied, and not where it was done to them. */
const conduct =
  '(?<!不|没|没有|未|无|从来不|被|not |never |without )(?:态度(?:也|都|真|很|太|十分|非常|极其|极|特别|相当|比较|有点)?(?:的)?(?:恶劣|差|坏|不好|蛮横|粗暴|傲慢|冷漠|冷淡|生硬|不耐烦)|不作为|乱作为|慢作为|不管不问|不闻不问|不理不睬|爱理不理|置之不理|推诿|推三阻四|踢皮球|推来推去|互相推|敷衍|糊弄|骂(?:人|我|老人|了我)|辱骂|吼我|训(?:斥|人|我)|刁难|为难我|吃拿卡要|索要|乱收费|私自收费|故意拖|欺负|恐吓|威胁|推搡|打人|打我|挂(?:了)?(?:我)?(?:的)?电话|失职|渎职|弄虚作假|造假|偏袒|泄露|rude|swor(?:e|n)|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|insult(?:s|ed|ing)?|harass(?:es|ed|ing)?|bull(?:y|ies|ied)|threaten(?:s|ed|ing)?|refus(?:es|ed|ing) to|(?:does|did|do) nothing|pass(?:es|ed)? the buck|demand(?:s|ed)? (?:money|cash)|ignor(?:es|ed|ing) (?:me|us))'

/** Somebody else's doing, told to them or near them: a neighbour, a firm, a shop. */
const somebodyElse =
  '邻居|业主|物业|租客|租户|住户|住戶|居民(?!委员会)|楼上|楼下|隔壁|商户|商家|店|老板|摊|有人|别人|他人|小孩|孩子|学生|司机|路人|男子|女子|工地|施工|开发商|中介|保安|公司|neighbou?r|tenant|landlord|shop|property|driver|somebody|someone'

/** A place that is only named after them: 居委会门口. */
const place = '门口|门前|门外|旁|对面|附近|隔壁|楼下|楼上|院|后面|前面|大楼|办公楼|大厅'

/** The same of the street's own alone: the street's desk is theirs. */
const streetWorker =
  '(?:街道(?:办(?:事处)?)?的?(?:工作人员|办事人员|人员|干部|书记|主任|领导|值班员)|街道办(?:事处|(?!事处))|street (?:staff|workers?|officers?|officials?|desk|office))'

const complaintsOf = (worker: string): readonly RegExp[] => [
  // 网格员上门登记，态度恶劣
  new RegExp(
    `${worker}(?!${place})(?:(?!${somebodyElse}|被|帮)[^。!?;\\n]){0,24}?${conduct}(?!的(?:${somebodyElse}))`,
  ),
  // 态度恶劣的网格员
  new RegExp(`${conduct}的(?:那个|这个|那位|这位|某)?${worker}(?!${place})`),
  // 投诉网格员
  new RegExp(
    `(?<!向|跟|和|与|找)(?:投诉|举报|控告|complain(?:t|ts|ing)? (?:about|against))(?:\\s*(?:一下|我们|你们|这里|这个|那个|那位|the|our|a|my|某个?|本))*\\s*(?:社区|小区|街道)?(?:的)?\\s*${worker}(?!${place}|以外|没有?处理)`,
  ),
]

const complaints = complaintsOf(worker)
const ofTheStreet = complaintsOf(streetWorker)

/**
 * Whether the words complain of somebody who works for the grid, the community or the street, and of whom. Such a report
 * starts above the person complained of (Care 2). Heard too often it costs the street a case that the community could have
 * had; heard too seldom it lands on the desk it is about: so the words lean to hearing it.
 */
export function complainedOf(words: string): ComplainedOf | null {
  const text = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[^\p{ASCII}])[^\S\n]+|[^\S\n]+(?=[^\p{ASCII}])/gu, '')
  const isIn = (complaint: RegExp) => complaint.test(text)
  if (ofTheStreet.some(isIn)) return 'street'
  return complaints.some(isIn) ? 'community' : null
}
