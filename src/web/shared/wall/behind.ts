import type { Stage } from '../../../cases/contract.ts'
import type { CountName } from '../../../cases/figures/measures.contract.ts'
import type { OpenLights, Wall } from '../../../cases/wall/contract.ts'

export type OpenLight = keyof OpenLights
export const openLights = ['red', 'yellow', 'green', 'none', 'stopped'] as const satisfies OpenLight[]

/** What a wall tells of a day, in the order in which it happens to a case. */
export const toldCounts: readonly CountName[] = [
  'accepted',
  'resolved',
  'replied',
  'rated',
  'reopened',
  'closed',
]

export const totalOf = (open: OpenLights): number => openLights.reduce((sum, light) => sum + open[light], 0)

/** What narrows the open cases that a number counts. */
export interface Narrowed {
  readonly area: string
  readonly unit?: string
  readonly matter?: string
  readonly stage?: Stage
  readonly light?: OpenLight
}

/** The desk's list whose length a number of open cases is. */
export const openBehind = (narrowed: Narrowed) => ({ queue: 'open', plain: true, ...narrowed }) as const

/** What nobody has screened has no matter yet. */
export const ofMatter = (matter: Wall['matters'][number]['matter']) =>
  matter ? { matter: matter.code } : ({ stage: 'accepted' } as const)

/** The list whose length a day's count is. */
export const dayBehind = (area: string, count: CountName, day: string) => ({
  area,
  count,
  from: day,
  to: day,
})

/** The list whose length last week's count is. */
export const lastWeekBehind = ({ area, lastWeek }: Wall) => ({
  ...dayBehind(area.id, 'accepted', lastWeek.day),
  until: lastWeek.until,
})
