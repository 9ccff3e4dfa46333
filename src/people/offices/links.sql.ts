import { chunks } from '../../kernel/chunks.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pathOf } from '../../organisations/door.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { LinkKind, LinkReason } from './link.contract.ts'
import type { Holder } from './office.contract.ts'

/** A link as its row has it; days are YYYY-MM-DD, local. */
export interface StoredLink {
  readonly id: string
  readonly kind: LinkKind
  readonly areaId: string
  readonly unitId: string | null
  readonly holderId: string | null
  readonly startsOn: string
  readonly endsOn: string
  readonly follows: string | null
}

const rowsPerStatement = 2000

/** Adds links. Refuses `link_stands_already`. */
export async function insertLinks(tx: Tx, links: readonly StoredLink[]): Promise<void> {
  for (const some of chunks(links, rowsPerStatement)) {
    const rows = some.map((link) => ({
      id: link.id,
      kind: link.kind,
      area_id: link.areaId,
      reach: pathOf(link.areaId),
      unit_id: link.unitId,
      holder_id: link.holderId,
      starts_on: link.startsOn,
      ends_on: link.endsOn,
      ended_on: null,
      reason: null,
      follows: link.follows,
    }))
    try {
      await tx.db.insertInto('links').values(rows).execute()
    } catch (error) {
      if (['links_current_unit', 'links_current_holder'].includes(violated(error) ?? ''))
        throw new Refusal('link_stands_already')
      throw error
    }
  }
}

/** Ends a link that nobody ended; false where there is none. */
export async function endLinkOn(tx: Tx, id: string, day: string, reason: LinkReason): Promise<boolean> {
  const rows = await tx.db
    .updateTable('links')
    .set({ ended_on: day, reason })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Ends every link of a department on a day, with it. Returns their ids. */
export async function endLinksOf(tx: Tx, unitId: string, day: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'end_links_of',
    `update links set ended_on = greatest(starts_on, $2::date), reason = 'body_ended'
     where unit_id = $1 and ended_on is null returning id`,
    [unitId, day],
  )
  return rows.map(({ id }) => id)
}

/** A link with the names of whoever is linked. */
export interface NamedLink extends Omit<StoredLink, 'unitId' | 'holderId' | 'follows'> {
  readonly endedOn: string | null
  readonly reason: LinkReason | null
  readonly unit: {
    readonly id: string
    readonly nameZh: string
    readonly nameEn: string
    readonly phone: string | null
  } | null
  readonly holder: Holder | null
}

const named = (tx: Tx) =>
  tx.db
    .selectFrom('links as l')
    .leftJoin('units as u', 'u.id', 'l.unit_id')
    .leftJoin('office_holders as h', 'h.id', 'l.holder_id')
    .select(['l.id', 'l.kind', 'l.area_id', 'l.starts_on', 'l.ends_on', 'l.ended_on', 'l.reason'])
    .select(['u.id as unit_id', 'u.name_zh', 'u.name_en', 'u.phone'])
    .select(['h.id as holder_id', 'h.code as holder_code', 'h.name as holder_name'])

type NamedRow = Awaited<ReturnType<ReturnType<typeof named>['execute']>>[number]

const toNamed = (row: NamedRow): NamedLink => ({
  id: row.id,
  kind: row.kind as LinkKind,
  areaId: row.area_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  endedOn: row.ended_on,
  reason: row.reason as LinkReason | null,
  unit: row.unit_id
    ? { id: row.unit_id, nameZh: row.name_zh ?? '', nameEn: row.name_en ?? '', phone: row.phone }
    : null,
  holder: row.holder_id
    ? { id: row.holder_id, code: row.holder_code ?? '', name: row.holder_name ?? '' }
    : null,
})

export async function findLink(tx: Tx, id: string): Promise<NamedLink | null> {
  const row = await named(tx).where('l.id', '=', id).executeTakeFirst()
  return row ? toNamed(row) : null
}

/** Links that hold today, of exactly these areas: one that was renewed ahead holds until the other begins. */
export async function selectLinksAt(tx: Tx, areaIds: readonly string[], today: string): Promise<NamedLink[]> {
  if (areaIds.length === 0) return []
  const rows = await named(tx)
    .where('l.area_id', 'in', [...new Set(areaIds)])
    .where('l.starts_on', '<=', today)
    .where((has) => has.or([has('l.ended_on', 'is', null), has('l.ended_on', '>', today)]))
    .where('u.valid_to', 'is', null)
    .orderBy('l.starts_on')
    .orderBy('l.id')
    .execute()
  return rows.map(toNamed)
}

/** Which links: by kind, of an area and all below, by how they stand, by part of a name. */
export interface LinkQuery {
  readonly kind: LinkKind | undefined
  readonly areaId: string | undefined
  readonly state: 'current' | 'soon' | 'over' | 'ended'
  readonly text: string | undefined
  readonly today: string
  /** The last day that is soon. */
  readonly soonUntil: string
}

const matching = (tx: Tx, { kind, areaId, state, text, today, soonUntil }: LinkQuery) =>
  named(tx)
    .where('l.ended_on', state === 'ended' ? 'is not' : 'is', null)
    .$if(state === 'soon', (query) =>
      query.where('l.ends_on', '>', today).where('l.ends_on', '<=', soonUntil),
    )
    .$if(state === 'over', (query) => query.where('l.ends_on', '<=', today))
    .$if(kind !== undefined, (query) => query.where('l.kind', '=', kind!))
    .$if(areaId !== undefined, (query) =>
      query
        .innerJoin('areas as a', 'a.id', 'l.area_id')
        .where((has) => has(has.val(areaId!), '=', has.fn.any('a.path'))),
    )
    .$if(text !== undefined, (query) => {
      const like = `%${text!.replaceAll(/[\\%_]/g, '\\$&')}%`
      return query.where((has) =>
        has.or([
          has('h.name', 'like', like),
          has('u.name_zh', 'like', like),
          has('u.name_en', 'ilike', like),
        ]),
      )
    })

/** The day by which links are read on: their last day, or of those that ended the day on which they did. */
const dayColumn = (state: LinkQuery['state']) =>
  state === 'ended' ? ('l.ended_on' as const) : ('l.ends_on' as const)

/** Links that match, page by page: those that end first first, of ended ones the latest first. */
export async function selectLinks(
  tx: Tx,
  query: LinkQuery,
  { after, limit }: { readonly after: NamedLink | null; readonly limit: number },
): Promise<NamedLink[]> {
  const column = dayColumn(query.state)
  const latestFirst = query.state === 'ended'
  const rows = await matching(tx, query)
    .$if(after !== null, (rest) => {
      const day = latestFirst ? after!.endedOn! : after!.endsOn
      return rest.where((has) =>
        has.or([
          has(column, latestFirst ? '<' : '>', day),
          has.and([has(column, '=', day), has('l.id', '>', after!.id)]),
        ]),
      )
    })
    .orderBy(column, latestFirst ? 'desc' : 'asc')
    .orderBy('l.id')
    .limit(limit)
    .execute()
  return rows.map(toNamed)
}

/** How many links match. */
export async function countLinks(tx: Tx, query: LinkQuery): Promise<number> {
  const { n } = await matching(tx, query)
    .clearSelect()
    .select((has) => has.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
