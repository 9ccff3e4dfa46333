import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'
import type { WhistleQuery } from './contract.ts'
import { type StandingWhistle, toWhistle } from './whistle.sql.ts'
import { stagesOver } from './whistle-stage.rule.ts'
import { unanswered, waitsForStreet } from './whistle-turn.rule.ts'

/** Whose whistles a list shows: those of areas, and those that call units. */
interface Sight {
  readonly areaIds: readonly string[]
  readonly unitIds: readonly string[]
}

/** For whom something waits: units that answer, and areas whose desk coordinates. */
export interface Turn {
  readonly answers: readonly string[]
  readonly coordinates: readonly string[]
}

/** Whistles in sight, the newest first. */
export async function selectWhistles(
  tx: Tx,
  { areaIds, unitIds }: Sight,
  turn: Turn,
  { stage, situation, list, caseId, unitId, text, after, limit }: WhistleQuery,
): Promise<StandingWhistle[]> {
  const rows = await tx.db
    .selectFrom('whistles')
    .selectAll()
    .where(sql<boolean>`(reach && ${[...areaIds]}::uuid[] or units && ${[...unitIds]}::uuid[])`)
    .$if(list === 'mine', (query) => query.where(waitsFor(turn)))
    .$if(list === 'open', (query) => query.where('stage', 'in', ['waiting', 'sounding']))
    .$if(list === 'over', (query) => query.where('stage', 'in', ['declined', 'ended']))
    .$if(stage !== undefined, (query) => query.where('stage', '=', stage!))
    .$if(situation !== undefined, (query) => query.where('situation', '=', situation!))
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId!))
    .$if(unitId !== undefined, (query) => query.where(calls(sql`c.unit_id = ${unitId!}::uuid`)))
    .$if(text !== undefined, (query) => query.where(saysPartOf(text!)))
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toWhistle)
}

/** How many whistles wait for somebody, counted up to the bound. */
export async function countWaiting(tx: Tx, turn: Turn, bound: number): Promise<number> {
  const rows = await tx.db
    .selectFrom('whistles')
    .select('id')
    .where('stage', 'in', ['waiting', 'sounding'])
    .where(waitsFor(turn))
    .limit(bound)
    .execute()
  return rows.length
}

/** Which call is meant; the table of calls stands as `c`. */
const calls = (which: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select 1 from whistle_calls c where c.whistle_id = whistles.id and ${which})`

/** A unit that has not done all of its duty; a desk that reviews, confirms, releases, or ends what is over. */
function waitsFor({ answers, coordinates }: Turn) {
  const owed = calls(
    sql`c.unit_id = any(${[...answers]}::uuid[]) and c.stage = any(${[...unanswered]}::text[])`,
  )
  const atStreet = calls(sql`c.stage = any(${[...waitsForStreet]}::text[])`)
  const staying = calls(sql`c.stage <> all(${[...stagesOver]}::text[])`)
  return sql<boolean>`(stage = 'sounding' and ${owed}
    or reach && ${[...coordinates]}::uuid[] and stage in ('waiting', 'sounding') and (
      review <> 'none' and reviewed_at is null
      or stage = 'sounding' and (${atStreet} or not ${staying})
    ))`
}

const saysPartOf = (text: string) =>
  sql<boolean>`exists (
    select 1 from sealed_texts t where t.id = whistles.words_id
      and t.body ilike ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}
  )`
