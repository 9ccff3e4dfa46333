import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { AdviceAbout, AdviceQuery } from './contract.ts'

interface Advice {
  readonly id: string
  readonly streetId: string
  readonly unitId: string
  readonly about: z.infer<typeof AdviceAbout>
  readonly wordsId: string
  readonly callIds: readonly string[]
  readonly filedAt: Temporal.Instant
  /** The district and the street. */
  readonly reach: readonly string[]
}

export async function insertAdvice(tx: Tx, advice: Advice): Promise<void> {
  await tx.db
    .insertInto('whistle_advice')
    .values({
      id: advice.id,
      street_id: advice.streetId,
      unit_id: advice.unitId,
      about: advice.about,
      words_id: advice.wordsId,
      call_ids: [...advice.callIds],
      filed_at: advice.filedAt.toString(),
      reach: [...advice.reach],
    })
    .execute()
}

const advices = (tx: Tx) =>
  tx.db
    .selectFrom('whistle_advice as a')
    .leftJoin('sealed_texts as t', 't.id', 'a.words_id')
    .select([
      'a.id',
      'a.street_id',
      'a.unit_id',
      'a.about',
      'a.words_id',
      'a.call_ids',
      'a.filed_at',
      'a.reach',
    ])
    .select('t.body as words')

type Row = Awaited<ReturnType<ReturnType<typeof advices>['execute']>>[number]
const toAdvice = (row: Row): Advice & { readonly words: string | null } => ({
  id: row.id,
  streetId: row.street_id,
  unitId: row.unit_id,
  about: row.about as Advice['about'],
  wordsId: row.words_id,
  callIds: row.call_ids,
  filedAt: row.filed_at,
  reach: row.reach,
  words: row.words,
})

/** Advice that the asker may read, the newest first. */
export async function selectAdvice(tx: Tx, { after, limit }: AdviceQuery) {
  const rows = await advices(tx)
    .$if(after !== undefined, (query) => query.where('a.id', '<', after!))
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toAdvice)
}

/** The advice. Refuses `not_found` where the asker does not see it. */
export async function loadAdvice(tx: Tx, id: string) {
  const row = await advices(tx).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'advice' })
  return toAdvice(row)
}
