import type { EmergencyKind } from './contract.ts'

const onTheGround = [
  'street_desk',
  'community_desk',
  'unit_desk',
  'unit_head',
  'grid_leader',
  'grid_worker',
] as const
const common = { validFrom: null, told: ['centre', ...onTheGround] } satisfies Partial<EmergencyKind>

/**
 * The kinds as Linli comes, until a district announces its own. Which matters, words and shares of time: own. 12345 is the
 * government's line for the public, 95598 that of the power grid.
 */
export const startingKinds: readonly EmergencyKind[] = [
  {
    ...common,
    code: 'flood',
    nameZh: '防汛',
    nameEn: 'Flood',
    matters: ['FA16', 'FA06', 'FA03', 'SA09', 'SA13', 'HO12', 'HO05', 'HO19', 'CO11'],
    limitPercent: 50,
    adviceZh:
      '请尽量待在家里或高处，不要蹚水，不要靠近井盖、电线杆和围墙。家里进水请先断电，贵重和用电的东西往高处放。',
    adviceEn:
      'Stay at home or on high ground. Do not walk through water; keep away from manholes, power poles and walls. If water comes in, switch off the power first and move electric things up.',
    lines: [{ zh: '政务服务便民热线', en: 'Government hotline', phone: '12345' }],
  },
  {
    ...common,
    code: 'cold',
    nameZh: '寒潮',
    nameEn: 'Cold wave',
    matters: ['FA17', 'FA12', 'FA07', 'FA08', 'FA10', 'WE08', 'WE11', 'CO11'],
    limitPercent: 50,
    adviceZh: '请注意保暖，少出门，路上当心结冰。在家烧炭、烧煤要开窗通风。请多问候身边独居的老人。',
    adviceEn:
      'Keep warm, go out less and mind the ice. If you burn coal or charcoal indoors, keep a window open. Please look in on older neighbours who live alone.',
    lines: [{ zh: '政务服务便民热线', en: 'Government hotline', phone: '12345' }],
  },
  {
    ...common,
    code: 'heat',
    nameZh: '高温',
    nameEn: 'Great heat',
    matters: ['FA08', 'FA10', 'FA07', 'WE08', 'WE11'],
    limitPercent: 50,
    adviceZh: '中午前后请尽量不要在户外活动，多喝水。头晕、恶心请马上到阴凉处休息。请多问候身边独居的老人。',
    adviceEn:
      'Stay out of the sun around midday and drink plenty. If you feel dizzy or sick, rest in the shade at once. Please look in on older neighbours who live alone.',
    lines: [{ zh: '政务服务便民热线', en: 'Government hotline', phone: '12345' }],
  },
  {
    ...common,
    code: 'outage',
    nameZh: '停电停水',
    nameEn: 'Power or water outage',
    matters: ['FA10', 'FA08', 'FA07', 'FA12', 'HO03', 'WE08'],
    limitPercent: 50,
    adviceZh:
      '正在抢修。请关好用电的开关和水龙头，不要乘电梯，用蜡烛要当心火。家里有人靠电用医疗设备的，请马上打电话。',
    adviceEn:
      'Repairs are under way. Switch appliances off, close the taps, do not take the lift, and be careful with candles. If somebody at home depends on medical equipment, ring at once.',
    lines: [
      { zh: '供电服务热线', en: 'Power grid hotline', phone: '95598' },
      { zh: '政务服务便民热线', en: 'Government hotline', phone: '12345' },
    ],
  },
]

/** The kinds that hold on a day, YYYY-MM-DD: of each the latest that counts by then. */
export function kindsOn(day: string, announced: readonly EmergencyKind[]): EmergencyKind[] {
  const inForce = new Map(startingKinds.map((kind) => [kind.code, kind]))
  const begun = announced.filter(({ validFrom }) => validFrom !== null && validFrom <= day)
  for (const kind of begun.toSorted((one, other) => (one.validFrom! < other.validFrom! ? -1 : 1)))
    inForce.set(kind.code, kind)
  return [...inForce.values()]
}

/** A kind as it held on a day, or as Linli or the district named it first: what was declared keeps a name. */
export const kindOn = (
  code: string,
  day: string,
  announced: readonly EmergencyKind[],
): EmergencyKind | null =>
  kindsOn(day, announced).find((kind) => kind.code === code) ??
  announced.find((kind) => kind.code === code) ??
  null
