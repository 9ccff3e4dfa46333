/**
 * The doors that a report may be shown before it becomes a case: emergency numbers, and the lawful channel for what
 * a desk must not handle. Numbers hold for mainland China. `number` is null where each city has its own.
 */
export const emergencyLines = {
  '110': { number: '110', zh: '报警', en: 'Police' },
  '119': { number: '119', zh: '火警与救援', en: 'Fire and rescue' },
  '120': { number: '120', zh: '医疗急救', en: 'Ambulance' },
  '122': { number: '122', zh: '交通事故报警', en: 'Traffic accidents' },
  '12356': { number: '12356', zh: '心理援助热线', en: 'Mental health helpline' },
  '95598': { number: '95598', zh: '供电抢修', en: 'Power emergency repair' },
  gas: {
    number: null,
    zh: '燃气抢修（先到室外再拨打，号码见燃气表或缴费单）',
    en: 'Gas emergency repair (go outdoors first; the number is on the meter or the bill)',
  },
} as const
export type EmergencyLine = keyof typeof emergencyLines
/** What is called first, whatever has happened: police, fire, ambulance. */
export const firstLines = ['110', '119', '120'] as const satisfies readonly EmergencyLine[]
export const emergencyLineKeys = Object.keys(emergencyLines) as readonly EmergencyLine[]

export type Channel = 'petition' | 'wrongdoing' | 'abuse' | 'minor'

/** Whose desk must not see a complaint: the community's and all below it, or the street's and all below it. */
export type ComplainedOf = 'community' | 'street'

/** A place to turn to: a telephone number or a web address, and what it is. */
export interface LawfulDoor {
  readonly reach: string
  readonly zh: string
  readonly en: string
}

/** For each channel, what it is called and where it is, the first to turn to first. */
export const lawfulChannels: Readonly<
  Record<Channel, { readonly zh: string; readonly en: string; readonly doors: readonly LawfulDoor[] }>
> = {
  petition: {
    zh: '信访',
    en: 'Petition',
    doors: [
      { reach: 'www.gjxfj.gov.cn', zh: '国家信访局网上信访', en: 'National petitions office, online' },
      { reach: '12345', zh: '政务服务便民热线', en: 'Government service hotline' },
    ],
  },
  wrongdoing: {
    zh: '违纪违法举报',
    en: 'Report of wrongdoing',
    doors: [
      { reach: '12388', zh: '纪检监察机关举报电话', en: 'Discipline inspection and supervision' },
      { reach: '12389', zh: '公安机关和民警违法违纪举报', en: 'Wrongdoing by the police' },
      { reach: '12345', zh: '政务服务便民热线', en: 'Government service hotline' },
    ],
  },
  abuse: {
    zh: '家庭暴力与虐待求助',
    en: 'Domestic violence and abuse',
    doors: [
      { reach: '110', zh: '报警', en: 'Police' },
      { reach: '12338', zh: '妇女维权公益服务热线', en: 'Women’s rights helpline' },
      { reach: '12348', zh: '公共法律服务热线', en: 'Legal service hotline' },
    ],
  },
  minor: {
    zh: '未成年人保护',
    en: 'Protection of minors',
    doors: [
      { reach: '110', zh: '报警', en: 'Police' },
      { reach: '12355', zh: '青少年服务热线', en: 'Youth helpline' },
      { reach: '12345', zh: '政务服务便民热线', en: 'Government service hotline' },
    ],
  },
}

/** `because` quotes the report's own words: show it to the reporter and the screener, keep it out of the journal. */
export type EmergencyDoor = {
  readonly kind: 'emergency'
  readonly lines: readonly EmergencyLine[]
  readonly because: readonly string[]
}
export type ChannelDoor = {
  readonly kind: 'channel'
  readonly channel: Channel
  readonly because: readonly string[]
}
export type Door = EmergencyDoor | ChannelDoor
