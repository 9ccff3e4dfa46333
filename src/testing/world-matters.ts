import type { Allowance, NewMatter } from '../matters/contract.ts'
import { importCatalogue } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'

type Time = readonly [Allowance['amount'], Allowance['unit']]
/** Code, names, level, who answers, response, resolution. */
type Row = readonly [string, string, string, NewMatter['level'], string, Time, Time]

/** The small district's catalogue: each level, each kind of unit, each way of counting time. */
const rows: readonly Row[] = [
  [
    'FA01',
    '路灯不亮',
    'Street lamp out',
    'district',
    'department:urban_management',
    [4, 'working_hour'],
    [3, 'working_day'],
  ],
  [
    'FA02',
    '楼道灯不亮',
    'Stairwell lamp out',
    'community',
    'property_firm:any',
    [4, 'working_hour'],
    [2, 'working_day'],
  ],
  [
    'FA03',
    '井盖缺失',
    'Manhole cover missing',
    'street',
    'street_team:urban_management',
    [1, 'clock_hour'],
    [24, 'clock_hour'],
  ],
  [
    'FA04',
    '停水、水压不足',
    'No water',
    'district',
    'department:water',
    [2, 'clock_hour'],
    [12, 'clock_hour'],
  ],
  [
    'HJ01',
    '垃圾清运不及时',
    'Rubbish not collected',
    'community',
    'community:any',
    [4, 'working_hour'],
    [1, 'working_day'],
  ],
  [
    'HJ02',
    '占道经营',
    'Stall in the way',
    'street',
    'street_team:urban_management',
    [4, 'working_hour'],
    [8, 'working_hour'],
  ],
  ['HJ03', '噪声扰民', 'Noise', 'street', 'street_office:any', [4, 'working_hour'], [3, 'working_day']],
  [
    'LJ01',
    '邻里纠纷',
    'Quarrel of neighbours',
    'community',
    'community:any',
    [1, 'working_day'],
    [5, 'working_day'],
  ],
  [
    'FW01',
    '老年证办理咨询',
    'Senior citizen card',
    'community',
    'service_centre:any',
    [1, 'working_day'],
    [3, 'working_day'],
  ],
  [
    'FW02',
    '社会保障卡服务',
    'Social security card',
    'street',
    'service_centre:any',
    [1, 'working_day'],
    [5, 'working_day'],
  ],
  ['ZH01', '其他事项', 'Anything else', 'district', 'centre:any', [1, 'working_day'], [5, 'working_day']],
  ['MJ01', '举报转办', 'Report passed on', 'district', 'centre:any', [1, 'working_day'], [10, 'working_day']],
]

/** Matters whose resolution asks for a photograph. */
const withPhoto: ReadonlySet<string> = new Set(['FA01', 'FA02', 'FA03', 'HJ01'])
const confidential: ReadonlySet<string> = new Set(['MJ01'])
const categories: Readonly<Record<string, readonly [string, string]>> = {
  FA: ['公共设施', 'Public facilities'],
  HJ: ['环境秩序', 'Environment'],
  LJ: ['邻里关系', 'Neighbours'],
  FW: ['便民服务', 'Services'],
  ZH: ['综合', 'General'],
  MJ: ['保密事项', 'Confidential'],
}

function matterOf([code, nameZh, nameEn, level, answers, response, resolution]: Row): NewMatter {
  const category = code.slice(0, 2)
  const [categoryZh, categoryEn] = categories[category]!
  return {
    code,
    nameZh,
    nameEn,
    category,
    categoryZh,
    categoryEn,
    hostRole: level === 'community' ? 'in_charge' : 'assists',
    host: category === 'FW' ? 'service_centre' : 'residents_committee',
    level,
    answers,
    response: { amount: response[0], unit: response[1] },
    resolution: { amount: resolution[0], unit: resolution[1] },
    yellowPercent: 33,
    limits: { extensions: 2, extensionDays: 20, pauses: 2, pauseDays: 20, listingDays: 180 },
    evidence: { photo: withPhoto.has(code), note: true },
    confidential: confidential.has(code),
    basis: null,
    keywords: [nameZh],
  }
}

/** Enters the small district's catalogue, in force since long ago. */
export async function enterMatters(ctx: Ctx): Promise<void> {
  await importCatalogue(ctx, rows.map(matterOf), { fromDay: '2020-01-01' })
}
