import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { LearnedRow } from './learn-aside.ts'
import type { Learned } from './learned.rule.ts'
import { unpack } from './pack.rule.ts'

/** What was learned last; null before anything was. */
export async function readLearned(db: Kysely<Tables>): Promise<Learned | null> {
  const row = await db.selectFrom('learned_matters').selectAll().executeTakeFirst()
  if (!row) return null
  const { taught, tried, hits } = row
  const steepness = row.steepness_thousandths / 1000
  return { model: unpack({ ...row, steepness }), taught, tried, right: hits }
}

/** The local day (YYYY-MM-DD) on which it was learned; null before anything was. */
export async function selectLearnedOn(tx: Tx): Promise<string | null> {
  const row = await tx.db.selectFrom('learned_matters').select('learned_on').executeTakeFirst()
  return row?.learned_on ?? null
}

/** In place of what was learned before; nothing, where there is nothing to say any more. */
export async function saveLearned(tx: Tx, day: string, learned: LearnedRow | null): Promise<void> {
  await tx.db.deleteFrom('learned_matters').execute()
  if (learned === null) return
  const { packed, taught, tried, right } = learned
  await tx.db
    .insertInto('learned_matters')
    .values({
      learned_on: day,
      taught,
      tried,
      hits: right,
      steepness_thousandths: Math.round(packed.steepness * 1000),
      labels: [...packed.labels],
      runs: [...packed.runs],
      rarity: Buffer.from(packed.rarity),
      weights: Buffer.from(packed.weights),
    })
    .execute()
}
