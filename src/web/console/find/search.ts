import type { Light, Stage } from '../../../cases/contract.ts'
import { queueStages } from '../../../cases/queues.contract.ts'
import { withQuery } from '../../api/use-read.ts'
import type { Viewed } from '../views/views.ts'

/** What the address of the page holds: a link to it shows a colleague the same question. */
export interface FindSearch {
  readonly q?: string
  readonly light?: Light
  readonly state?: 'open' | 'ended'
  readonly stage?: Stage
  readonly matter?: string
  readonly area?: string
  readonly unit?: string
  /** First and last day of acceptance. */
  readonly from?: string
  readonly to?: string
}

export type FindChange = { [Key in keyof FindSearch]?: FindSearch[Key] | undefined }

export const longestQuestion = 100
const lights: readonly Light[] = ['red', 'yellow', 'green', 'none']
/** Stages that cases stand in, in the order of the work. */
export const findStages: readonly Stage[] = [...queueStages.open, ...queueStages.ended]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const oneOf = <Value extends string>(known: readonly Value[], value: unknown): Value | undefined =>
  known.find((one) => one === value)
const matching = (form: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && form.test(value) ? value : undefined

/** The router reads a number in the address as one, also where somebody typed it into the field. */
function questionIn(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' ? undefined : text.slice(0, longestQuestion)
}

/** The address as it was typed or linked; what is not understood is left out. */
export const readFindSearch = (raw: Readonly<Record<string, unknown>>): FindSearch =>
  changed(
    {},
    {
      q: questionIn(raw.q),
      light: oneOf(lights, raw.light),
      state: oneOf(['open', 'ended'], raw.state),
      stage: oneOf(findStages, raw.stage),
      matter: matching(/^[A-Z]{2}\d{2,3}$/, raw.matter),
      area: matching(uuid, raw.area),
      unit: matching(uuid, raw.unit),
      from: matching(day, raw.from),
      to: matching(day, raw.to),
    },
  )

/** The search with these parts of it changed; `undefined` takes one away. */
export const changed = (search: FindSearch, change: FindChange): FindSearch =>
  Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined))

/** Where the server is asked; null while nothing is asked. */
export function findPath({ area: areaId, unit: unitId, ...rest }: FindSearch): string | null {
  const asked = { ...rest, areaId, unitId }
  return Object.values(asked).some((value) => value !== undefined)
    ? withQuery('/api/cases/find', asked)
    : null
}

/** Where the same is taken out as a sheet; null while nothing is asked. */
export const foundSheet = (search: FindSearch, language: string): string | null =>
  findPath(search)
    ?.replace(/\/find\?/, '/found?')
    .concat(`&language=${language}`) ?? null

/** How many filters stand beside the field. */
export const filtersIn = ({ q: _, ...filters }: FindSearch): number => Object.keys(filters).length

/** Questions keep views too. */
export const findViews: Viewed<FindSearch> = {
  list: 'find',
  to: '/find',
  read: readFindSearch,
  held: (search) => search,
  without: () => ({}),
}
