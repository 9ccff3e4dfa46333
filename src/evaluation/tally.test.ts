import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tables } from '../../db/tables.ts'
import type { Receipt } from '../cases/contract.ts'
import type { Tx } from '../platform/transaction.ts'
import { kyselyOn } from '../platform/transaction.ts'
import { doAndRate, handToProperty } from '../testing/assessment-acts.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import { noMatter } from './no-matter.contract.ts'
import type { Tally } from './score.rule.ts'
import { selectMatterTallies, selectTallies } from './tally.sql.ts'

let world: World
/** One case done in time, one late, and two that nobody does: their duties count once they are overdue. */
beforeAll(async () => {
  world = await openWorld()
  world.clock.set('2026-12-02T09:30:00+08:00')
  await doAndRate(world, await handToProperty(world), 5)
  const late = await handToProperty(world, '单元门坏了')
  const overdue = await handToProperty(world, '楼梯间积水')
  world.clock.advance({ days: 6 })
  await doAndRate(world, late, 1)
  world.clock.advance({ hours: 7 })
  await handToProperty(world, '楼梯扶手松动')
  await handToTeam()
  // Told anew with what came meanwhile: what was counted before goes.
  await world.followersSettled()
  await world.as('property').does(`/api/cases/${overdue.caseId}/sign`, act())
  await world.followersSettled()
})
afterAll(() => world.close())

/** Another unit has another matter in hand. */
async function handToTeam(): Promise<void> {
  const said = { words: '路面破损', areaId: world.places.grid4.id }
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', act(said))
  await world
    .as('community3')
    .does(`/api/cases/${caseId}/screen`, act({ matter: 'FA03', summary: '路面破损' }))
  await world.as('street2').does(`/api/cases/${caseId}/dispatch`, act())
}

type Fact = { [Name in keyof Tables['assessment_facts']]: Tables['assessment_facts'][Name]['__select__'] }

test('sums are what the facts add up to at any moment, by unit and by matter, with and without consultations', async () => {
  const facts = await world.sql<Fact>('reader', 'select * from assessment_facts where not taken_out')
  const pending = facts.filter((fact) => fact.pending)
  expect(pending.length).toBeGreaterThan(1)
  expect(new Set(facts.map((fact) => fact.unit_id)).size).toBe(2)
  expect(new Set(facts.map((fact) => fact.matter)).size).toBe(2)
  const { month, unit_id: unitId, matter } = pending[0]!
  const who = { reach: [world.places.district.id], units: [], acts: ['assessment.see'] }
  const db = kyselyOn({
    query: async (text, values) => {
      const rows = await world.sql<object>('app', text, values, who)
      return { command: '', rowCount: rows.length, oid: 0, fields: [], rows }
    },
  })
  const tx = { db } as Tx
  const plainly = (
    now: Temporal.Instant,
    consultations: readonly string[],
    keyOf: (fact: Fact) => string,
    of: readonly Fact[] = facts,
  ) =>
    [
      ...Map.groupBy(
        of.filter(
          (fact) =>
            fact.month === month &&
            !consultations.includes(fact.matter ?? noMatter) &&
            (!fact.pending || Temporal.Instant.compare(fact.counts_at, now) < 0),
        ),
        (fact) => `${keyOf(fact)} ${fact.measure}`,
      ),
    ].map(([key, its]) => [key, its.length, sum(its, 'points'), sum(its, 'out_of')].join(' '))
  const told = (tallies: readonly Tally[], keyOf: (tally: never) => string) =>
    tallies.map((one) => [keyOf(one as never), one.measure, one.facts, one.points, one.outOf].join(' '))
  const seen: number[] = []
  for (const { counts_at } of pending)
    for (const hours of [-24, 0, 24])
      for (const seconds of [-1, 0, 1])
        for (const consultations of [[], [matter!]]) {
          const now = counts_at.add({ seconds: hours * 3600 + seconds })
          const counted = { month, now, timeZone: 'Asia/Shanghai', consultations }
          const units = await selectTallies(tx, counted)
          expect(told(units, (tally: { unitId: string }) => tally.unitId).sort()).toEqual(
            plainly(now, consultations, (fact) => fact.unit_id).sort(),
          )
          const matters = await selectMatterTallies(tx, { ...counted, unitId })
          const own = facts.filter((fact) => fact.unit_id === unitId)
          expect(told(matters, (tally: { matter: string }) => tally.matter).sort()).toEqual(
            plainly(now, consultations, (fact) => fact.matter ?? noMatter, own).sort(),
          )
          seen.push(units.reduce((all, { facts: some }) => all + some, 0))
        }
  expect(new Set(seen).size).toBeGreaterThan(3)
})

const sum = (facts: readonly Fact[], of: 'points' | 'out_of'): number =>
  facts.reduce((all, fact) => all + fact[of], 0)
