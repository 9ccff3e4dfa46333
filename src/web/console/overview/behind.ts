import type { CountName } from '../../../cases/figures/measures.contract.ts'
import type { OpenLights } from '../../../cases/wall/contract.ts'
import type { DeskSearch } from '../desk/queues.ts'

export type OpenLight = keyof OpenLights
export const openLights = ['red', 'yellow', 'green', 'none', 'stopped'] as const satisfies OpenLight[]

export const totalOf = (open: OpenLights): number => openLights.reduce((sum, light) => sum + open[light], 0)

/** The desk's list whose length a number of open cases is. */
export const openBehind = (narrowed: Omit<DeskSearch, 'queue' | 'plain'>): DeskSearch => ({
  queue: 'open',
  plain: true,
  ...narrowed,
})

/** The list whose length a day's count is. */
export const dayBehind = (area: string, count: CountName, day: string) => ({
  area,
  count,
  from: day,
  to: day,
})
