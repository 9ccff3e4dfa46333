import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Who } from '../platform/ctx.ts'
import { type Act, PostKind } from './contract.ts'
import { mayAct, permissions, type Reach } from './permission.rule.ts'
import { allowedReaches, breachesOf, tableActs } from './permission-bounds.rule.ts'
import { type PermissionTable, tableOf } from './permission-table.rule.ts'
import { personActs, registerActs, rowActs, whoOfAccount } from './who.rule.ts'

const kinds = PostKind.options
type Loose = Record<PostKind, Partial<Record<Act, readonly Reach[]>>>
const changed = (kind: PostKind, act: Act, reaches: readonly Reach[]): Loose => ({
  ...permissions,
  [kind]: { ...permissions[kind], [act]: reaches },
})
const rowsOf = (table: PermissionTable) =>
  kinds.flatMap((kind) => Object.entries(table[kind]).map(([act, reaches]) => ({ kind, act, reaches })))

describe('the bounds of a table of permission', () => {
  test('Linli comes within them', () => expect(breachesOf(permissions)).toEqual([]))

  test('every act that the table speaks of can be given to somebody', () => {
    const never = tableActs.filter((act) => kinds.every((kind) => allowedReaches(kind, act).length === 0))
    expect(never).toEqual([])
  })

  const refused: readonly (readonly [string, PostKind, Act, readonly Reach[], string])[] = [
    ['posts are given by administrators alone', 'centre', 'people.manage', ['district'], 'never'],
    ['the last who may give posts', 'administrator', 'people.manage', [], 'kept'],
    ['the centre sees every case', 'centre', 'case.see', [], 'kept'],
    ['no handler sees who reported', 'unit_desk', 'case.see_reporter', ['own_unit'], 'never'],
    ['no head of a unit either', 'unit_head', 'case.see_reporter', ['own_unit'], 'never'],
    ['no grid worker', 'grid_worker', 'case.see_reporter', ['own_area'], 'never'],
    ['no evaluator', 'evaluator', 'case.see_reporter', ['below_district'], 'never'],
    ['no administrator', 'administrator', 'case.see_reporter', ['district'], 'never'],
    ['no administrator reads cases', 'administrator', 'case.see', ['district'], 'never'],
    ['evaluators see no confidential case', 'evaluator', 'case.see', ['district'], 'too_far'],
    ['a desk stays in its street', 'street_desk', 'case.see', ['district'], 'too_far'],
    ['a grid worker in the grid', 'grid_worker', 'case.see', ['district'], 'too_far'],
    ['a department at its own work', 'unit_desk', 'case.see', ['own_area'], 'too_far'],
    ['no handler reads the register', 'unit_desk', 'register.see', ['own_area'], 'never'],
    ['no evaluator reads it', 'evaluator', 'register.see', ['district'], 'never'],
    ['no administrator either', 'administrator', 'register.see', ['district'], 'never'],
    [
      'no grid worker sees a whole identity number',
      'grid_worker',
      'register.see_identity',
      ['own_area'],
      'never',
    ],
    ['what nobody sees, nobody dispatches', 'community_desk', 'case.see', ['own_unit'], 'unseen'],
    ['somebody samples the journal', 'centre', 'case.close', [], 'nobody_left'],
  ]
  test.each(refused)('%s: %s %s %j is %s', (_why, kind, act, reaches, bound) => {
    expect(breachesOf(changed(kind, act, reaches)).map((breach) => breach.bound)).toContain(bound)
  })

  const allowed: readonly (readonly [string, PostKind, Act, readonly Reach[]])[] = [
    ['a street checks what its communities did', 'street_desk', 'case.check', ['own_area']],
    ['only streets screen', 'community_desk', 'case.screen', []],
    ['the centre keeps the map', 'centre', 'area.manage', ['district']],
    ['grid workers only report', 'grid_worker', 'case.resolve', []],
  ]
  test.each(allowed)('%s: %s %s %j', (_why, kind, act, reaches) => {
    expect(breachesOf(changed(kind, act, reaches))).toEqual([])
  })
})

describe('the table that rows amount to', () => {
  test('without rows it is as Linli comes, and its own rows say the same', () => {
    expect(tableOf([])).toEqual(permissions)
    expect(tableOf(rowsOf(permissions))).toEqual(permissions)
  })

  test('a row replaces what Linli comes with for its post and act, and nothing else', () => {
    const table = tableOf([
      { kind: 'community_desk', act: 'case.screen', reaches: [] },
      { kind: 'street_desk', act: 'case.check', reaches: ['own_area'] },
    ])
    expect(table.community_desk['case.screen']).toBeUndefined()
    expect(table.street_desk['case.check']).toEqual(['own_area'])
    expect(table.street_desk['case.screen']).toEqual(['own_area'])
    expect(permissions.community_desk['case.screen']).toEqual(['own_area'])
  })

  test('reaches out of bounds, however they came there, give nothing', () => {
    const rows = kinds.map((kind) => ({ kind, act: 'case.see_reporter', reaches: ['district', 'own_unit'] }))
    const table = tableOf([...rows, { kind: 'mayor', act: 'people.manage', reaches: ['district'] }])
    expect(kinds.filter((kind) => table[kind]['case.see_reporter'] !== undefined)).toEqual(['centre'])
    expect(tableOf([{ kind: 'unit_desk', act: '__proto__', reaches: ['own_unit'] }])).toEqual(permissions)
  })
})

/** A small district: rows of cases and homes carry the way to their place. */
const ways = [
  ['d'],
  ['d', 's1'],
  ['d', 's1', 'c1'],
  ['d', 's1', 'c1', 'g1'],
  ['d', 's1', 'c1', 'g2'],
  ['d', 's1', 'c2'],
  ['d', 's2'],
  ['d', 's2', 'c3', 'g3'],
]
const homeOf: Record<PostKind, readonly string[]> = {
  administrator: ['d'],
  centre: ['d'],
  evaluator: ['d'],
  street_desk: ['s1', 's2'],
  community_desk: ['c1', 'c2', 'c3'],
  grid_leader: ['g1', 'g2', 'g3'],
  grid_worker: ['g1', 'g2', 'g3'],
  unit_desk: ['d', 's1', 'c3'],
  unit_head: ['d', 's1', 'c3'],
}
const units = ['u1', 'u2', 'u3']

/** Any table within the bounds: each cell given or not, and then mended until nothing is out of bounds. */
const anyTable = fc
  .infiniteStream(fc.boolean())
  .map((coins): PermissionTable => {
    const table = Object.fromEntries(kinds.map((kind) => [kind, {}])) as Loose
    for (const kind of kinds)
      for (const act of tableActs) {
        const reaches = allowedReaches(kind, act).filter(() => coins.next().value)
        if (reaches.length > 0) table[kind][act] = reaches
      }
    for (let round = 0; round < 5; round += 1)
      for (const { bound, kind, act } of breachesOf(table))
        table[kind][act] = bound === 'unseen' ? [] : allowedReaches(kind, act)
    return table
  })
  .filter((table) => breachesOf(table).length === 0)

const anyPosts = fc.array(
  fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      id: fc.uuid(),
      kind: fc.constant<string>(kind),
      areaId: fc.constantFrom(...homeOf[kind]),
      unitId: fc.constantFrom(null, ...units),
    }),
  ),
  { maxLength: 4 },
)

/** As the policies of cases, their texts and the register say it in SQL. */
const overlaps = (row: readonly string[], setting: readonly string[]): boolean =>
  row.some((id) => setting.includes(id))
const rowSeen = (who: Who, path: readonly string[], at: readonly string[]): boolean =>
  overlaps(path, who.reach) || overlaps(at, who.units)

test('what the policies’ settings let through is what permission allows, for any table, posts and place', () => {
  let seen = 0
  fc.assert(
    fc.property(
      anyTable,
      anyPosts,
      fc.constantFrom(...ways),
      fc.subarray(units),
      (table, posts, path, at) => {
        const account = { id: 'a', kind: 'staff' as const, name: 'a', posts, below: ['s1', 's2'] }
        const who = whoOfAccount(account, '', table)
        const may = (allowed: readonly Act[]) => allowed.some((act) => mayAct(who, act, { path, units: at }))
        expect(rowSeen(who, path, at)).toBe(may(rowActs))
        expect(overlaps(path, who.personReach)).toBe(may(personActs))
        expect(overlaps(path, who.registerReach)).toBe(may(registerActs))
        // Nothing can be done to a row that cannot be seen.
        if (may(tableActs.filter((act) => act.startsWith('case.')))) expect(rowSeen(who, path, at)).toBe(true)
        seen += Number(may(personActs))
      },
    ),
    { numRuns: 1000 },
  )
  expect(seen).toBeGreaterThan(50)
})
