import type { Tx } from '../../platform/transaction.ts'

export interface Figure {
  readonly areaId: string
  /** YYYY-MM. */
  readonly month: string
  readonly cause: string
  readonly measure: string
  readonly value: number
}

/** What was counted in these months, YYYY-MM, both included. */
export async function selectFigures(tx: Tx, from: string, to: string): Promise<Figure[]> {
  const rows = await tx.db
    .selectFrom('mediation_figures')
    .selectAll()
    .where('month', '>=', from)
    .where('month', '<=', to)
    .orderBy('month')
    .orderBy('area_id')
    .execute()
  return rows.map(({ area_id, value, ...row }) => ({ ...row, areaId: area_id, value: Number(value) }))
}
