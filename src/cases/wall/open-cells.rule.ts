import type { OpenLight } from './light-now.rule.ts'

/** An open case, as far as it is counted. */
export interface OpenCase {
  readonly reach: readonly string[]
  readonly unitId: string | null
  /** Empty until it is screened. */
  readonly matter: string
  readonly stage: string
  readonly light: OpenLight
}

export type ByWhat = 'stage' | 'unit' | 'matter'

/** What an open case is counted by: itself or nothing (empty) for each. */
export const tellingApart = ({
  stage,
  unitId,
  matter,
}: Pick<OpenCase, 'stage' | 'unitId' | 'matter'>): readonly (readonly [ByWhat, string])[] => [
  ['stage', stage],
  ['unit', unitId ?? ''],
  ['matter', matter],
]

/** A number of `open_counts`: what is added to it. */
export interface OpenCell {
  readonly areaId: string
  readonly byWhat: ByWhat
  readonly what: string
  readonly light: OpenLight
  readonly by: number
}

/** The cells that change where these cases are no longer counted, and those are. */
export function openCellsOf(before: readonly OpenCase[], now: readonly OpenCase[]): OpenCell[] {
  const cells = new Map<string, OpenCell>()
  const add = (rows: readonly OpenCase[], by: number) => {
    for (const row of rows)
      for (const areaId of row.reach)
        for (const [byWhat, what] of tellingApart(row)) {
          const key = `${areaId}/${byWhat}/${what}/${row.light}`
          cells.set(key, { areaId, byWhat, what, light: row.light, by: by + (cells.get(key)?.by ?? 0) })
        }
  }
  add(before, -1)
  add(now, 1)
  return [...cells]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, cell]) => (cell.by === 0 ? [] : [cell]))
}
