import type { Tx } from '../platform/transaction.ts'

/** Rows that came under other areas, each with these. */
interface Moved {
  readonly id: string
  readonly reach: string[]
}

/** Puts claims where their units stand now. */
export const moveClaims = (tx: Tx): Promise<Moved[]> =>
  tx.query<{ id: string; reach: string[] }>(
    'move_claims',
    `update assessment_claims c set reach = u.reach from units u where u.id = c.unit_id and c.reach <> u.reach
     returning c.id, c.reach`,
    [],
  )

/** Puts marks where the street or community lies now that gave them. */
export const moveMarks = (tx: Tx): Promise<Moved[]> =>
  tx.query<{ id: string; reach: string[] }>(
    'move_marks',
    `update assessment_marks m set reach = a.path from areas a where a.id = m.area_id and m.reach <> a.path
     returning m.id, m.reach`,
    [],
  )
