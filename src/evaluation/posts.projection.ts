import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { postsHeld } from '../people/door.ts'
import { chunks } from './chunks.ts'
import type { Measure } from './contract.ts'
import { formulaOf } from './formula.rule.ts'
import { selectFormulas } from './formula.sql.ts'
import { partsSaid } from './parts.rule.ts'
import { type Doer, postOn } from './posts.rule.ts'

type Db = Kysely<Tables>
type Sights = ReadonlyMap<string, { readonly reach: readonly string[]; readonly units: readonly string[] }>

/** A fact's place, and who did what it is of. */
interface Done {
  readonly subject: string
  readonly unit_id: string
  readonly measure: string
  readonly round: number
  readonly month: string
}

/** A unit's month. */
export interface UnitMonth {
  readonly unitId: string
  readonly month: string
}

/** What each doer was in the unit on the day of the act; whoever held no post there is left out. */
export async function postsOfDoers<Fact extends Done>(
  db: Db,
  done: readonly { readonly fact: Fact; readonly doer: Doer | null; readonly day: string }[],
): Promise<ReadonlyMap<Fact, { readonly post: string; readonly accountId: string }>> {
  const known = done.flatMap(({ fact, doer, day }) => (doer === null ? [] : [{ fact, doer, day }]))
  const held = await postsHeld(
    db,
    known.map(({ doer }) => doer.accountId),
  )
  const found = known.flatMap(({ fact, doer: { accountId }, day }) => {
    const post = postOn(held, { accountId, unitId: fact.unit_id, day })
    return post === null ? [] : [[fact, { post, accountId }] as const]
  })
  return new Map(found)
}

/** Forgets who did what in these cases; gives the months of units that it was of. */
export async function forgetParts(db: Db, subjects: readonly string[]): Promise<UnitMonth[]> {
  const rows = await db
    .deleteFrom('worker_parts')
    .where('subject', 'in', [...subjects])
    .returning(['unit_id', 'month'])
    .execute()
  return rows.map(({ unit_id, month }) => ({ unitId: unit_id, month }))
}

/** Sums up anew what the posts of these units did in these months, and which of it may be said by the month's formula. */
export async function regroupPosts(db: Db, touched: readonly UnitMonth[], sights: Sights): Promise<void> {
  const months = new Map(touched.map((one) => [`${one.unitId}/${one.month}`, one]))
  if (months.size === 0) return
  const formulas = await selectFormulas({ db })
  const wanted = [...months.values()]
  const inThese = (
    table: string,
  ) => sql<boolean>`(${sql.ref(`${table}.unit_id`)}, ${sql.ref(`${table}.month`)}) in
    (select * from unnest(${wanted.map(({ unitId }) => unitId)}::uuid[], ${wanted.map(({ month }) => month)}::text[]))`
  await db.deleteFrom('post_groups').where(inThese('post_groups')).execute()
  const sums = await db
    .selectFrom('worker_parts as w')
    .innerJoin('assessment_facts as f', (join) =>
      join
        .onRef('f.subject', '=', 'w.subject')
        .onRef('f.unit_id', '=', 'w.unit_id')
        .onRef('f.measure', '=', 'w.measure')
        .onRef('f.round', '=', 'w.round')
        .onRef('f.month', '=', 'w.month'),
    )
    .select(['w.unit_id', 'w.month', 'w.measure', 'w.post', 'w.account_id', 'f.matter'])
    .select(({ fn }) => [
      fn.countAll<number>().as('facts'),
      fn.sum<number>('f.points').as('points'),
      fn.sum<number>('f.out_of').as('out_of'),
    ])
    .where(inThese('w'))
    .where('f.taken_out', '=', false)
    .groupBy(['w.unit_id', 'w.month', 'w.measure', 'w.post', 'w.account_id', 'f.matter'])
    .execute()
  const counted = sums.filter(
    ({ month, matter }) => matter === null || !formulaOf(month, formulas).consultations.includes(matter),
  )
  const measures = Map.groupBy(counted, (row) => [row.unit_id, row.month, row.measure].join())
  const rows = [...measures.values()].flatMap((its) => {
    const { unit_id, month, measure } = its[0]!
    const { leastWorkers, weights } = formulaOf(month, formulas)
    const least = weights.find((one) => one.measure === (measure as Measure))!.least
    const posts = [...Map.groupBy(its, ({ post }) => post)].map(([key, some]) => ({
      key,
      facts: total(some, 'facts'),
      points: total(some, 'points'),
      outOf: total(some, 'out_of'),
      people: new Set(some.map(({ account_id }) => account_id)),
    }))
    const said = partsSaid(posts, { facts: least, people: leastWorkers })
    const { reach, units } = sights.get(unit_id)!
    return posts.map(({ key, facts, points, outOf }) => ({
      unit_id,
      month,
      measure,
      post: key,
      facts,
      points,
      out_of: outOf,
      said: said.has(key),
      reach: [...reach],
      units: [...units],
    }))
  })
  for (const some of chunks(rows)) await db.insertInto('post_groups').values(some).execute()
}

const total = <Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number =>
  rows.reduce((sum, row) => sum + Number(row[name]), 0)
