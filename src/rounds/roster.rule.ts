import type { RosterEntry } from './grid-day.contract.ts'

/** Who is linked to a place, as far as a roster asks. */
export interface Linked {
  readonly role: RosterEntry['role']
  readonly areaId: string
  readonly holder: { readonly id: string; readonly name: string } | null
  readonly unit: { readonly id: string; readonly nameZh: string; readonly nameEn: string } | null
}

/** Who holds the grid's own posts. */
export interface Held {
  readonly accountId: string
  readonly kind: 'grid_worker' | 'grid_leader'
  readonly name: string | null
}

/** Somebody who came. */
export interface Came {
  readonly id: string
  readonly accountId: string | null
  readonly holderId: string | null
  readonly unitId: string | null
  readonly cameAt: string
  readonly metres: number | null
  readonly own: boolean
}

type Row = Omit<RosterEntry, 'checkIn'>

interface Grid {
  readonly id: string
  readonly communityId: string | null
  /** How many grids the community has: whoever is linked to it comes to one of them. */
  readonly grids: number
}

interface Facts {
  readonly held: readonly Held[]
  readonly linked: readonly Linked[]
  readonly committees: readonly { readonly id: string; readonly nameZh: string; readonly nameEn: string }[]
  readonly came: readonly Came[]
  readonly self: { readonly accountId: string | null; readonly units: readonly string[] }
}

/**
 * A grid's roster: its posts, who is linked to it, and the community's own committee are expected; whoever is linked to
 * the community alone is expected where it has one grid, and comes to any of several. Who came without standing on it is
 * put behind.
 */
export function rosterOf(grid: Grid, { held, linked, committees, came, self }: Facts): RosterEntry[] {
  const all = onceEach(entriesOf(grid, { held, linked, committees, self }))
  // Whoever holds a post comes as that, and their unit may send somebody else.
  const own = all.find((row) => row.self)
  const rows = all.map((row) => ({ ...row, self: row === own }))
  const entered = new Map(came.map((one) => [keyOf(one), one]))
  const known = new Set(rows.map(({ who }) => keyOf(who)))
  const besides = came
    .filter((one) => !known.has(keyOf(one)))
    .map(
      ({ accountId, holderId, unitId }): Row => ({
        who: { accountId, holderId, unitId },
        role: 'other',
        zh: null,
        en: null,
        expected: false,
        self: accountId !== null && accountId === self.accountId,
      }),
    )
  return [...rows, ...besides].map((row) => {
    const one = entered.get(keyOf(row.who))
    return {
      ...row,
      checkIn: one ? { id: one.id, cameAt: one.cameAt, metres: one.metres, own: one.own } : null,
    }
  })
}

const nobody = { accountId: null, holderId: null, unitId: null }

/** Whoever stands on the roster by posts, links and the community's committee; some stand there twice. */
function entriesOf(grid: Grid, { held, linked, committees, self }: Omit<Facts, 'came'>): Row[] {
  const posts = held.map(
    ({ accountId, kind, name }): Row => ({
      who: { ...nobody, accountId },
      role: kind,
      zh: name,
      en: name,
      expected: true,
      self: accountId === self.accountId,
    }),
  )
  const committee = committees.map(
    ({ id, nameZh, nameEn }): Row => ({
      who: { ...nobody, unitId: id },
      role: 'community',
      zh: nameZh,
      en: nameEn,
      expected: grid.grids === 1,
      self: self.units.includes(id),
    }),
  )
  const links = linked.map(
    ({ role, areaId, holder, unit }): Row => ({
      who: { ...nobody, holderId: holder?.id ?? null, unitId: unit?.id ?? null },
      role,
      zh: holder?.name ?? unit?.nameZh ?? null,
      en: holder?.name ?? unit?.nameEn ?? null,
      expected: areaId === grid.id || (areaId === grid.communityId && grid.grids === 1),
      self: unit !== null && self.units.includes(unit.id),
    }),
  )
  // Whoever is waited for stands on top: links of one moment come in no order.
  return [...posts, ...links, ...committee].sort((a, b) => Number(b.expected) - Number(a.expected))
}

const keyOf = ({ accountId, holderId, unitId }: RosterEntry['who']): string =>
  [accountId, holderId, unitId].join('/')

/** One person may be linked twice, to the grid and to its community: expected once where either waits for them. */
function onceEach<Row extends Pick<RosterEntry, 'who' | 'expected'>>(rows: readonly Row[]): Row[] {
  const each = new Map<string, Row>()
  for (const row of rows) {
    const before = each.get(keyOf(row.who))
    if (!before || (row.expected && !before.expected)) each.set(keyOf(row.who), row)
  }
  return [...each.values()]
}
