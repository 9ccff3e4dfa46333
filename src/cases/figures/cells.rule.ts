import type { CountName } from './measures.contract.ts'

/** Stands for all matters together. */
export const allMatters = '*'

/** Something counted on a day, or taken away again. */
export interface Day {
  readonly areas: readonly string[]
  /** YYYY-MM-DD. */
  readonly day: string
  readonly matter: string
  readonly count: CountName
  readonly by: 1 | -1
}

/** A number of `figures`: what is added to it. */
export interface Cell {
  readonly areaId: string
  /** The area that it lay in then; the district lies in itself. */
  readonly under: string
  readonly span: 'day' | 'month'
  readonly matter: string
  /** The day, or the month's first. */
  readonly start: string
  readonly count: CountName
  readonly by: number
}

/** The cells that these change: under each area, by day and by month, for the matter and for all. */
export function cellsOf(days: readonly Day[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { areas, day, matter, count, by } of days)
    for (const [depth, areaId] of areas.entries())
      for (const [span, start] of [
        ['day', day],
        ['month', `${day.slice(0, 7)}-01`],
      ] as const)
        for (const each of [matter, allMatters]) {
          const under = areas[depth - 1] ?? areaId
          const key = [areaId, span, each, start, count, under].join('/')
          const cell = cells.get(key)
          cells.set(key, { areaId, under, span, matter: each, start, count, by: by + (cell?.by ?? 0) })
        }
  return [...cells.values()].filter(({ by }) => by !== 0)
}
