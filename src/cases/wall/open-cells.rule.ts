import type { Added } from '../../platform/kept-counts.rule.ts'
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

/** What is added to a number of `open_counts`. */
export type OpenCell = Added<'areaId' | 'what'> & { readonly byWhat: ByWhat; readonly light: OpenLight }

/** The cells that change where these cases are counted, or (-1) no longer. */
export const openCellsOf = (rows: readonly OpenCase[], by: 1 | -1): OpenCell[] =>
  rows.flatMap((row) =>
    row.reach.flatMap((areaId) =>
      tellingApart(row).map(([byWhat, what]) => ({ areaId, byWhat, what, light: row.light, by })),
    ),
  )
