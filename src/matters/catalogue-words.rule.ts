import type { ColumnSpec } from '../kernel/sheet/header.ts'
import type { AnsweringKind } from '../organisations/contract.ts'
import type { CatalogueColumn, Matter } from './contract.ts'
import { catalogueColumns } from './contract.ts'

/** The words an operator may write in the catalogue's file, and the code that each one means. */
export const hostRoleWords: Readonly<Record<string, Matter['hostRole']>> = {
  in_charge: 'in_charge',
  承办: 'in_charge',
  assists: 'assists',
  协办: 'assists',
}

export const hostWords: Readonly<Record<string, Matter['host']>> = {
  residents_committee: 'residents_committee',
  居委会: 'residents_committee',
  居民委员会: 'residents_committee',
  service_centre: 'service_centre',
  服务中心: 'service_centre',
  公共服务中心: 'service_centre',
}

export const levelWords: Readonly<Record<string, Matter['level']>> = {
  grid: 'grid',
  网格: 'grid',
  community: 'community',
  社区: 'community',
  村: 'community',
  street: 'street',
  街道: 'street',
  镇: 'street',
  district: 'district',
  区: 'district',
}

export const confidentialWords: Readonly<Record<string, boolean>> = {
  是: true,
  yes: true,
  true: true,
  否: false,
  no: false,
  false: false,
}

export const allowanceUnitWords: Readonly<Record<string, Matter['response']['unit']>> = {
  working_hour: 'working_hour',
  workinghour: 'working_hour',
  工作小时: 'working_hour',
  working_day: 'working_day',
  workingday: 'working_day',
  工作日: 'working_day',
  clock_hour: 'clock_hour',
  clockhour: 'clock_hour',
  hour: 'clock_hour',
  小时: 'clock_hour',
  自然小时: 'clock_hour',
}

/** Kinds of unit that can answer, and whether there is one for each line (条) or just one in a place. */
export const unitKinds = {
  department: { zh: '部门', byLine: true },
  street_team: { zh: '街道队伍', byLine: true },
  street_office: { zh: '街道办', byLine: false },
  community: { zh: '社区', byLine: false },
  service_centre: { zh: '服务中心', byLine: false },
  property_firm: { zh: '物业', byLine: false },
  centre: { zh: '区中心', byLine: false },
} as const satisfies Record<AnsweringKind, { zh: string; byLine: boolean }>

/** Lines of departments and of their teams in the streets (条). */
export const lines = {
  urban_management: { zh: '城管执法', en: 'urban management' },
  public_works: { zh: '市政设施', en: 'public works' },
  housing: { zh: '住房建设', en: 'housing and construction' },
  planning: { zh: '自然资源和规划', en: 'natural resources and planning' },
  water: { zh: '水务', en: 'water' },
  power: { zh: '供电', en: 'power' },
  gas: { zh: '燃气', en: 'gas' },
  heating: { zh: '供热', en: 'heating' },
  telecom: { zh: '通信', en: 'telecommunications' },
  gardens: { zh: '园林绿化', en: 'parks and gardens' },
  environment: { zh: '生态环境', en: 'environment' },
  police: { zh: '公安', en: 'police' },
  fire: { zh: '消防', en: 'fire' },
  emergency: { zh: '应急管理', en: 'emergency management' },
  transport: { zh: '交通运输', en: 'transport' },
  market: { zh: '市场监管', en: 'market regulation' },
  civil_affairs: { zh: '民政', en: 'civil affairs' },
  human_resources: { zh: '人力资源和社会保障', en: 'human resources and social security' },
  medical_insurance: { zh: '医疗保障', en: 'medical insurance' },
  health: { zh: '卫生健康', en: 'health' },
  education: { zh: '教育', en: 'education' },
  culture: { zh: '文化体育', en: 'culture and sport' },
  justice: { zh: '司法行政', en: 'justice' },
  veterans: { zh: '退役军人', en: 'veterans' },
  disabled: { zh: '残联', en: 'disabled persons' },
} as const

const chineseNames: Readonly<Record<CatalogueColumn, string>> = {
  code: '编号',
  name_zh: '事项名称',
  name_en: '英文名称',
  category: '类别',
  category_zh: '类别名称',
  category_en: '类别英文名称',
  host_role: '承办或协办',
  host: '承接主体',
  level: '层级',
  answers: '答复单位',
  response: '响应时限',
  resolution: '办结时限',
  yellow_percent: '黄灯百分比',
  evidence: '办结凭证',
  confidential: '保密',
  basis_law: '依据法律',
  basis_article: '依据条款',
  basis_date: '依据版本日期',
  keywords: '关键词',
  extensions_most: '延期次数上限',
  extension_days_most: '延期合计工作日上限',
  pauses_most: '挂起次数上限',
  pause_days_most: '单次挂起工作日上限',
  listing_days_most: '挂账复查间隔天数上限',
}
const mayLack = new Set<CatalogueColumn>([
  'yellow_percent',
  'basis_law',
  'basis_article',
  'basis_date',
  'keywords',
  'extensions_most',
  'extension_days_most',
  'pauses_most',
  'pause_days_most',
  'listing_days_most',
])

/** The header that the file may have, in English codes or in Chinese. */
export const catalogueHeader: readonly ColumnSpec<CatalogueColumn>[] = catalogueColumns.map((key) => ({
  key,
  name: key,
  aliases: [chineseNames[key]],
  required: !mayLack.has(key),
}))

/** The header's names in the order of the columns: in Chinese, or as codes. Both come in again. */
export const catalogueHeaderNames = (language: 'zh' | 'en'): string[] =>
  catalogueColumns.map((column) => (language === 'zh' ? chineseNames[column] : column))
