import { type Added, allTogether } from '../../platform/kept-counts.rule.ts'
import type { CountName } from './measures.contract.ts'

/** Something counted on a day, or taken away again. */
export interface Day {
  readonly areas: readonly string[]
  /** YYYY-MM-DD. */
  readonly day: string
  readonly matter: string
  readonly count: CountName
  readonly by: 1 | -1
}

/**
 * What is added to a number of `figures`: of an area as it lay under another then (the district lies in itself), for a day
 * or a month, which `start` begins.
 */
export type Cell = Added<'areaId' | 'under' | 'span' | 'matter' | 'start' | 'count'>

/** The cells that these change: under each area, by day and by month, for the matter and for all. */
export const cellsOf = (days: readonly Day[]): Cell[] =>
  days.flatMap(({ areas, day, matter, count, by }) =>
    areas.flatMap((areaId, depth) =>
      [
        { span: 'day', start: day },
        { span: 'month', start: `${day.slice(0, 7)}-01` },
      ].flatMap((stretch) =>
        [matter, allTogether].map((each) => ({
          ...{ ...stretch, areaId, under: areas[depth - 1] ?? areaId },
          ...{ matter: each, count, by },
        })),
      ),
    ),
  )
