import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LonLatPair } from '../../../areas/map.contract.ts'
import { byDeadline, metresAlong, pressesHours, type Stop, walkOf } from './route.rule.ts'

const nowMs = Date.parse('2026-11-23T01:00:00.000Z')
/** So many hours from now. */
const due = (hours: number | null) =>
  hours === null ? null : new Date(nowMs + hours * 3_600_000).toISOString()
const stop = (id: string, north: number | null, hours: number | null): Stop => ({
  id,
  kind: 'case',
  point: north === null ? null : [120, 30 + north / 1000],
  dueAt: due(hours),
  title: id,
  to: `/case/${id}`,
})
const order = (stops: readonly Stop[], start: LonLatPair | null = [120, 30]) =>
  walkOf(stops, start, nowMs)
    .map(({ stop: { id } }) => id)
    .join('')

describe('a walk', () => {
  test.each([
    ['is nothing where there is nothing to do', [], ''],
    ['goes on to what is nearest', [stop('a', 3, 90), stop('b', 1, 95), stop('c', 2, 99)], 'bca'],
    ['begins with what is late', [stop('a', 1, 90), stop('b', 9, -1)], 'ba'],
    ['meets deadlines that press before near places', [stop('a', 1, 3), stop('b', 9, 2)], 'ba'],
    ['lets what falls due tomorrow lie on the way', [stop('a', 9, 20), stop('b', 1, 30)], 'ba'],
    ['goes on from what pressed', [stop('a', 1, 90), stop('b', 8, 90), stop('c', 9, 1)], 'cba'],
    [
      'takes along what is at the place of what presses',
      [stop('a', 9, 1), stop('b', 1, 90), stop('c', 9, null)],
      'acb',
    ],
    ['names last what nobody can place', [stop('a', null, 20), stop('b', 1, null)], 'ba'],
    ['but first where it presses', [stop('a', null, 1), stop('b', 1, null)], 'ab'],
    [
      'is by deadline, then by name, at one place',
      [stop('b', 1, 9), stop('c', 1, 8), stop('a', 1, 9)],
      'cab',
    ],
  ] as const)('%s', (_what, stops, ids) => expect(order(stops)).toBe(ids))

  test('says each leg in metres and by compass, and leaves out what has no point', () => {
    const walk = walkOf([stop('a', 1, 1), stop('b', null, 2), stop('c', -1, 3)], [120, 30], nowMs)
    expect(walk.map(({ leg }) => leg && [Math.round(leg.metres), leg.towards])).toEqual([
      [111, 'n'],
      null,
      [222, 's'],
    ])
    expect(walkOf([stop('a', 1, 1)], null, nowMs)[0]?.leg).toBeNull()
  })
})

const point = fc.tuple(
  fc.double({ min: 119.9, max: 120.1, noNaN: true }),
  fc.double({ min: 29.9, max: 30.1, noNaN: true }),
)
const someStops = fc
  .array(
    fc.record({
      point: fc.option(point),
      hours: fc.option(fc.integer({ min: -48, max: 96 })),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(
      ({ point: at, hours }, n): Stop => ({ ...stop(String(n).padStart(2, '0'), 0, hours), point: at }),
    ),
  )
const points = (stops: readonly Stop[]) => stops.flatMap(({ point: at }) => (at ? [at] : []))

test('each stop once; what presses first, by deadline; never longer than by deadline alone; the same from any order', () => {
  fc.assert(
    fc.property(someStops, fc.option(point), fc.nat(), (stops, start, turn) => {
      const walk = walkOf(stops, start, nowMs)
      const walked = walk.map((one) => one.stop)
      expect([...walked].sort(byDeadline)).toEqual([...stops].sort(byDeadline))

      const pressing = stops.filter(
        ({ dueAt }) => dueAt !== null && Date.parse(dueAt) < nowMs + pressesHours * 3_600_000,
      )
      expect(walk.filter(({ presses }) => presses).map((one) => one.stop)).toEqual(pressing.sort(byDeadline))
      // Nothing stands before what presses but what is at the place of something that does.
      const lastPressing = walk.map(({ presses }) => presses).lastIndexOf(true)
      const places = pressing.map(({ point: at }) => at?.join())
      for (const { stop: before } of walk.slice(0, Math.max(lastPressing, 0)))
        expect(places).toContain(before.point?.join())

      const from = start ? [start] : []
      const naive = metresAlong([...from, ...points([...stops].sort(byDeadline))])
      const metres = metresAlong([...from, ...points(walked)])
      expect(metres).toBeLessThanOrEqual(naive + 0.1)
      expect(walk.reduce((sum, { leg }) => sum + (leg?.metres ?? 0), 0)).toBeCloseTo(metres, 5)

      const at = stops.length === 0 ? 0 : turn % stops.length
      expect(walkOf([...stops.slice(at), ...stops.slice(0, at)], start, nowMs)).toEqual(walk)
    }),
    { seed: 20261122 },
  )
})
