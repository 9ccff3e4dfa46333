import type { Matter, NewMatter } from '../../../matters/contract.ts'

/** A matter while it is edited: numbers and keywords as they are typed. */
export interface EditedMatter
  extends Omit<NewMatter, 'response' | 'resolution' | 'yellowPercent' | 'limits' | 'basis' | 'keywords'> {
  readonly responseAmount: string
  readonly responseUnit: NewMatter['response']['unit']
  readonly resolutionAmount: string
  readonly resolutionUnit: NewMatter['response']['unit']
  readonly yellowPercent: string
  readonly limits: Readonly<Record<LimitName, string>>
  readonly law: string
  readonly article: string
  readonly date: string
  readonly keywords: string
  readonly fromDay: string
}

export const limitNames = ['extensions', 'extensionDays', 'pauses', 'pauseDays', 'listingDays'] as const
export type LimitName = (typeof limitNames)[number]
const largestLimit: Readonly<Record<LimitName, number>> = {
  extensions: 99,
  extensionDays: 999,
  pauses: 99,
  pauseDays: 999,
  listingDays: 999,
}
const limitsEach = <T>(of: (name: LimitName) => T): Record<LimitName, T> => ({
  extensions: of('extensions'),
  extensionDays: of('extensionDays'),
  pauses: of('pauses'),
  pauseDays: of('pauseDays'),
  listingDays: of('listingDays'),
})

const emptyMatter: NewMatter = {
  code: '',
  nameZh: '',
  nameEn: '',
  category: '',
  categoryZh: '',
  categoryEn: '',
  hostRole: 'assists',
  host: 'residents_committee',
  level: 'community',
  answers: '',
  response: { amount: 4, unit: 'working_hour' },
  resolution: { amount: 3, unit: 'working_day' },
  yellowPercent: 33,
  limits: { extensions: 2, extensionDays: 20, pauses: 2, pauseDays: 20, listingDays: 180 },
  evidence: { photo: false, note: true },
  confidential: false,
  basis: null,
  keywords: [],
}

export function editedOf(matter: Matter | null, fromDay: string): EditedMatter {
  const { response, resolution, yellowPercent, limits, basis, keywords, ...rest } = matter ?? emptyMatter
  return {
    ...rest,
    responseAmount: String(response.amount),
    responseUnit: response.unit,
    resolutionAmount: String(resolution.amount),
    resolutionUnit: resolution.unit,
    yellowPercent: String(yellowPercent),
    limits: limitsEach((name) => String(limits[name])),
    law: basis?.law ?? '',
    article: basis?.article ?? '',
    date: basis?.date ?? '',
    keywords: keywords.join('；'),
    fromDay,
  }
}

const whole = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0)

export const isLimit = (name: LimitName, typed: string): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= largestLimit[name]

/** What is wrong before anything is asked of the server: what its contract would not even take. */
export type DraftFault = 'code' | 'response' | 'resolution' | 'yellowPercent' | 'limits' | 'basis' | 'answers'

export function draftFaults(edited: EditedMatter): DraftFault[] {
  const basis = [edited.law, edited.article, edited.date].map((text) => text.trim() !== '')
  const checks: readonly (readonly [DraftFault, boolean])[] = [
    ['code', !/^[A-Z]{2}\d{2,3}$/.test(edited.code.trim().toUpperCase())],
    ['response', whole(edited.responseAmount) < 1],
    ['resolution', whole(edited.resolutionAmount) < 1],
    ['yellowPercent', whole(edited.yellowPercent) < 1 || whole(edited.yellowPercent) > 99],
    ['limits', limitNames.some((name) => !isLimit(name, edited.limits[name]))],
    ['basis', basis.includes(true) && basis.includes(false)],
    ['answers', edited.answers === ''],
  ]
  return checks.flatMap(([fault, isWrong]) => (isWrong ? [fault] : []))
}

/** The matter as it would be announced; call it where `draftFaults` finds nothing. */
export function matterOf(edited: EditedMatter): NewMatter {
  const {
    responseAmount,
    responseUnit,
    resolutionAmount,
    resolutionUnit,
    law,
    article,
    date,
    fromDay: _fromDay,
    ...rest
  } = edited
  const code = edited.code.trim().toUpperCase()
  return {
    code,
    nameZh: rest.nameZh.trim(),
    nameEn: rest.nameEn.trim(),
    category: code.slice(0, 2),
    categoryZh: rest.categoryZh.trim(),
    categoryEn: rest.categoryEn.trim(),
    hostRole: rest.hostRole,
    host: rest.host,
    level: rest.level,
    answers: rest.answers,
    response: { amount: whole(responseAmount), unit: responseUnit },
    resolution: { amount: whole(resolutionAmount), unit: resolutionUnit },
    yellowPercent: whole(rest.yellowPercent),
    limits: limitsEach((name) => whole(rest.limits[name])),
    evidence: rest.evidence,
    confidential: rest.confidential,
    basis: law.trim() === '' ? null : { law: law.trim(), article: article.trim(), date },
    keywords: rest.keywords
      .split(/[;；、,，\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  }
}
