/** A term that somebody holds today, as cross-appointments are counted. */
export interface Held {
  readonly holder: { readonly id: string; readonly code: string; readonly name: string }
  readonly office: { readonly kind: string }
  readonly body: { readonly id: string; readonly kind: string }
}

/** What is counted of cross-appointments; see `CrossOffices`. */
export interface CrossCounts {
  readonly committees: number
  readonly committeesWithPartTime: number
  readonly members: number
  readonly partTimeMembers: number
  readonly firms: number
  readonly firmsCrossed: number
}

const committees: ReadonlySet<string> = new Set(['party_committee', 'party_branch', 'community'])

/**
 * Counts cross-appointments (交叉任职) of bodies that act and terms that are held. A part-time member (兼职委员) is one by
 * the office. A firm is interwoven where one of its people holds an office of a Party or residents' committee too;
 * an owners' committee does not count, since its members should not work for the firm. `Party` committees of communities
 * alone are asked for part-time members: `partyCommittees` are their ids.
 */
export function crossCounts(
  held: readonly Held[],
  {
    partyCommittees,
    firms,
  }: { readonly partyCommittees: ReadonlySet<string>; readonly firms: ReadonlySet<string> },
): CrossCounts {
  const ofCommittees = held.filter(({ body }) => partyCommittees.has(body.id))
  const partTime = ofCommittees.filter(({ office }) => office.kind === 'part_time')
  const seated = new Set(held.filter(({ body }) => committees.has(body.kind)).map(({ holder }) => holder.id))
  const crossed = new Set(
    held.filter(({ holder, body }) => firms.has(body.id) && seated.has(holder.id)).map(({ body }) => body.id),
  )
  return {
    committees: partyCommittees.size,
    committeesWithPartTime: new Set(partTime.map(({ body }) => body.id)).size,
    members: new Set(ofCommittees.map(({ holder, body }) => `${holder.id} ${body.id}`)).size,
    partTimeMembers: new Set(partTime.map(({ holder, body }) => `${holder.id} ${body.id}`)).size,
    firms: firms.size,
    firmsCrossed: crossed.size,
  }
}

/** The people who hold offices in several bodies, each with all of them, those with most first. */
export function inSeveralBodies<H extends Held>(held: readonly H[]): H[][] {
  return [...Map.groupBy(held, ({ holder }) => holder.id).values()]
    .filter((own) => new Set(own.map(({ body }) => body.id)).size > 1)
    .sort((a, b) => b.length - a.length || (a[0]!.holder.code < b[0]!.holder.code ? -1 : 1))
}
