import type { Tx } from '../../platform/transaction.ts'

/** Puts terms of office where their bodies lie, and links where their areas do. Run again it changes nothing. */
export async function moveTermsAndLinks(tx: Tx): Promise<void> {
  await tx.query(
    'move_office_terms',
    `update office_terms t set reach = u.reach from units u where u.id = t.unit_id and t.reach <> u.reach`,
    [],
  )
  await tx.query(
    'move_links',
    'update links l set reach = a.path from areas a where a.id = l.area_id and l.reach <> a.path',
    [],
  )
}
