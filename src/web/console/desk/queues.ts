import type { Stage } from '../../../cases/contract.ts'
import { type Queue, queueStages } from '../../../cases/queues.contract.ts'
import type { DeskQuery } from '../../../cases/story.contract.ts'
import type { Act, Me } from '../../../people/contract.ts'
import type { Viewed } from '../views/views.ts'

export type { Queue } from '../../../cases/queues.contract.ts'

/** The queues in the order of the work, each with the permission without which nobody has it. */
const queueNeeds: Readonly<Record<Queue, Act>> = {
  screen: 'case.screen',
  dispatch: 'case.dispatch',
  work: 'case.handle',
  decide: 'case.decide',
  reply: 'case.reply',
  check: 'case.check',
  open: 'case.see',
  ended: 'case.see',
}

const queues = Object.keys(queueNeeds) as Queue[]

/** The queues that the reader's posts have. */
export const queuesOf = (me: Pick<Me, 'acts'>): readonly Queue[] =>
  queues.filter((queue) => me.acts.includes(queueNeeds[queue]))

export type Sort = NonNullable<DeskQuery['sort']>

/** A light, or that nobody can hurry it. */
export type DeskLight = NonNullable<DeskQuery['light']>

/** What the desk's address holds: a link to it shows a colleague the same page. */
export interface DeskSearch {
  readonly queue?: Queue
  readonly light?: DeskLight
  readonly matter?: string
  readonly area?: string
  /** The lead unit. */
  readonly unit?: string
  readonly stage?: Stage
  /** Only what was done again. */
  readonly again?: true
  /** As a wall counts: without practice and confidential cases. */
  readonly plain?: true
  readonly sort?: Sort
  /** The case that is open beside the list. */
  readonly case?: string
}

const lights: readonly DeskLight[] = ['red', 'yellow', 'green', 'none', 'stopped']
const sorts: readonly Sort[] = ['due', 'newest', 'oldest']

/** The stages that a queue can be narrowed to; where it holds a single one there is nothing to choose. */
export const stagesIn = (queue: Queue): readonly Stage[] =>
  queueStages[queue].length > 1 ? queueStages[queue] : []
const stages: readonly Stage[] = [...queueStages.open, ...queueStages.ended]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const oneOf = <Value extends string>(known: readonly Value[], value: unknown): Value | undefined =>
  known.find((one) => one === value)
const matching = (form: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && form.test(value) ? value : undefined

/** The desk's address as it was typed or linked; what is not understood is left out. */
export function readDeskSearch(raw: Readonly<Record<string, unknown>>): DeskSearch {
  const read: { [Key in keyof DeskSearch]: DeskSearch[Key] | undefined } = {
    queue: oneOf(queues, raw.queue),
    light: oneOf(lights, raw.light),
    matter: matching(/^[A-Z]{2}\d{2,3}$/, raw.matter),
    area: matching(uuid, raw.area),
    unit: matching(uuid, raw.unit),
    stage: oneOf(stages, raw.stage),
    again: raw.again === true || raw.again === 'true' ? true : undefined,
    plain: raw.plain === true || raw.plain === 'true' ? true : undefined,
    sort: oneOf(sorts, raw.sort),
    case: matching(uuid, raw.case),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** The query of a page of the queue, as /api/desk takes it. */
export function deskQuery(search: DeskSearch, queue: Queue, after: string | null): string {
  const query = new URLSearchParams({ queue })
  const { light, matter, area: areaId, unit: unitId, stage, again, plain, sort } = search
  for (const [key, value] of Object.entries({ light, matter, areaId, unitId, stage, again, plain, sort }))
    if (value !== undefined) query.set(key, String(value))
  if (after !== null) query.set('after', after)
  return query.toString()
}

/** The same page without what narrows it: a queue in the order that was chosen. */
export const unfiltered = ({ queue, sort }: DeskSearch): DeskSearch => ({
  ...(queue === undefined ? {} : { queue }),
  ...(sort === undefined ? {} : { sort }),
})

/** How many filters narrow the queue. */
export const filtersIn = ({ light, matter, area, unit, stage, again, plain }: DeskSearch): number =>
  [light, matter, area, unit, stage, again, plain].filter((value) => value !== undefined).length

export const isFiltered = (search: DeskSearch): boolean => filtersIn(search) > 0

/** A count up to the bound: at the bound there may be more. */
export const countWords = (count: number, bound: number): string =>
  count >= bound ? `${bound}+` : String(count)

/** The desk's lists keep views, without the case that is open beside them. */
export const deskViews: Viewed<DeskSearch> = {
  list: 'desk',
  to: '/desk',
  read: readDeskSearch,
  held: ({ case: _, ...filters }) => filters,
  without: unfiltered,
}
