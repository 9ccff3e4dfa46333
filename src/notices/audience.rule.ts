import type { Rung } from '../cases/door.ts'
import type { PostKind } from '../people/contract.ts'
import type { PostHolder } from '../people/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { Telling } from './telling.rule.ts'

/** Posts that act for their unit (see `unitsSeen` in people): a grid worker's unit is the community, not their work. */
const unitKinds: ReadonlySet<PostKind> = new Set([
  'unit_desk',
  'unit_head',
  'street_desk',
  'community_desk',
  'centre',
])
/** Posts that an emergency may be told to. */
const alertKinds: ReadonlySet<PostKind> = new Set([
  'grid_worker',
  'grid_leader',
  'community_desk',
  'street_desk',
  'centre',
])

/** Posts at which a case waits for its first answer. */
const deskKinds: ReadonlySet<PostKind> = new Set(['community_desk', 'street_desk', 'centre'])

/** Every kind of post that is told anything. */
export const audienceKinds: readonly PostKind[] = [...new Set([...unitKinds, ...alertKinds])]

/**
 * The accounts that a telling reaches on `day` (YYYY-MM-DD local). Nobody is told what they did themselves, but a
 * reporter of the fresh clock that their "not solved" has started.
 */
export function accountsOf(
  { audience, confidential, kind }: Telling,
  line: Pick<JournalLine, 'actor'>,
  holders: readonly PostHolder[],
  day: string,
): string[] {
  const isActor = (accountId: string) => line.actor === `account:${accountId}`
  if (audience.to === 'holder') return [audience.accountId]
  if (audience.to === 'reporter')
    return isActor(audience.accountId) && kind !== 'own_reopened' ? [] : [audience.accountId]
  // Who was called knows by the call; who declared it needs none.
  if (audience.to === 'called') return audience.accountIds.filter((accountId) => !isActor(accountId))
  const held = holders.filter(
    (post) =>
      post.startsOn <= day &&
      (post.endsOn === null || day < post.endsOn) &&
      (!confidential || post.kind === 'centre'),
  )
  const chosen = chosenOf(audience, held).map((post) => post.accountId)
  return [...new Set(chosen)].filter((accountId) => !isActor(accountId))
}

function chosenOf(
  audience: Exclude<Telling['audience'], { to: 'reporter' | 'holder' | 'called' }>,
  held: readonly PostHolder[],
): readonly PostHolder[] {
  if (audience.to === 'units')
    return held.filter(
      ({ kind, unitId }) => unitKinds.has(kind) && unitId !== null && audience.unitIds.includes(unitId),
    )
  if (audience.to === 'posts')
    return held.filter(
      ({ kind, unitId, areaId }) =>
        audience.kinds.includes(kind) &&
        (audience.areaIds.includes(areaId) || (unitId !== null && audience.unitIds.includes(unitId))),
    )
  if (audience.to === 'rung') return rungOf(audience, held)
  const there = held.filter(({ areaId }) => audience.areaIds.includes(areaId))
  const of = (kind: PostKind) => there.filter((post) => post.kind === kind)
  if (audience.to === 'grid_workers') return of('grid_worker')
  if (audience.to === 'deciders') {
    // The street decides; where the case has no street, or its desk nobody, the centre does.
    const desks = of('street_desk')
    return desks.length > 0 ? desks : of('centre')
  }
  const near = there.filter(({ kind }) => alertKinds.has(kind))
  const nearest = Math.max(...near.map(({ areaId }) => audience.areaIds.indexOf(areaId)))
  return near.filter(({ areaId }) => audience.areaIds.indexOf(areaId) === nearest)
}

type RungAudience = Extract<Telling['audience'], { to: 'rung' }>

/** Those of a step of the ladder; where nobody stands on it, those of the next above. */
function rungOf(
  { rung, unitIds, areaIds }: RungAudience,
  held: readonly PostHolder[],
): readonly PostHolder[] {
  const ofUnit = held.filter(
    ({ kind, unitId }) => unitKinds.has(kind) && unitId !== null && unitIds.includes(unitId),
  )
  const there = held.filter(({ areaId }) => areaIds.includes(areaId))
  const near = there.filter(({ kind }) => deskKinds.has(kind))
  const nearest = Math.max(...near.map(({ areaId }) => areaIds.indexOf(areaId)))
  const rungs: readonly (readonly [Rung, readonly PostHolder[]])[] = [
    [
      'desk',
      unitIds.length > 0
        ? ofUnit.filter(({ kind }) => kind !== 'unit_head')
        : near.filter(({ areaId }) => areaIds.indexOf(areaId) === nearest),
    ],
    ['unit_head', ofUnit.filter(({ kind }) => kind === 'unit_head')],
    ['street', there.filter(({ kind }) => kind === 'street_desk')],
    ['district', there.filter(({ kind }) => kind === 'centre')],
  ]
  const from = rungs.findIndex(([name]) => name === rung)
  return rungs.slice(from).find(([, posts]) => posts.length > 0)?.[1] ?? []
}
