import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { officeLine } from './events.ts'
import { holdersByCode, holdersToInsert, insertHolders } from './holders.sql.ts'
import type { LinkKind } from './link.contract.ts'
import { linkEnd } from './link.rule.ts'
import { linkPlace } from './link-place.contract.ts'
import { insertLinks } from './links.sql.ts'

/** A link of a list: a department by its unit, everybody else by code and name. Its first day is YYYY-MM-DD. */
export interface ListedLink {
  readonly kind: LinkKind
  readonly areaId: string
  readonly unitId: string | null
  readonly person: { readonly code: string; readonly name: string } | null
  readonly startsOn: string
}

/**
 * Links many people and departments to places at once, for as long as the rule of their first day says, with one line.
 * Refuses `link_place_wrong`, and `link_stands_already` for the whole list.
 */
export async function makeLinks(ctx: Ctx, links: readonly ListedLink[]): Promise<number> {
  const atlas = await atlasOf(ctx)
  for (const { kind, areaId } of links) {
    const area = atlas.known(areaId)
    ctx.must('link.manage', { path: area.path })
    if (area.kind !== linkPlace[kind]) throw new Refusal('link_place_wrong', { kind })
  }
  return ctx.transaction(async (tx) => {
    const atMs = ctx.clock.now().epochMilliseconds
    const known = await holdersByCode(tx)
    const people = new Map(links.flatMap(({ person }) => (person ? [[person.code, person] as const] : [])))
    const fresh = holdersToInsert(
      [...people.values()].filter(({ code }) => !known.has(code)),
      atMs,
    )
    await insertHolders(tx, fresh)
    const ids = new Map([...known.values(), ...fresh].map(({ code, id }) => [code, id]))
    const rows = links.map(({ kind, areaId, unitId, person, startsOn }) => ({
      id: newId(atMs),
      kind,
      areaId,
      unitId,
      holderId: person && ids.get(person.code)!,
      startsOn,
      endsOn: linkEnd(startsOn),
      follows: null,
    }))
    await insertLinks(tx, rows)
    const chain = atlas.district.id
    const digest = createHash('sha256').update(canonicalize(rows)!).digest('hex')
    if (rows.length > 0)
      tx.record(officeLine('links.made', { chain, subject: chain, data: { count: rows.length, digest } }))
    return rows.length
  })
}
