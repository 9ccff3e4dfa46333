import { expect } from 'vitest'
import type { BehindPage } from '../cases/figures/contract.ts'
import type { DeskPage } from '../cases/story.contract.ts'
import type { OpenLights, ReportsPage, Wall } from '../cases/wall/contract.ts'
import type { World } from './world.ts'

const lights = ['red', 'yellow', 'green', 'none', 'stopped'] as const
const sum = (open: OpenLights): number => lights.reduce((total, light) => total + open[light], 0)

/**
 * Holds every number of the walls of these areas to a plain count over the cases, and to the length of the list that it
 * opens. Returns how many numbers were held.
 */
export async function wallsAgree(world: World, areaIds: readonly string[]): Promise<number> {
  await world.followersSettled()
  const centre = world.as('centre')
  const listed = async (query: string): Promise<number> => {
    let rows = 0
    for (let after: string | null = ''; after !== null; ) {
      const key: string = after && `&after=${encodeURIComponent(after)}`
      const page: DeskPage = await centre.sees(`/api/desk?queue=open&plain=true&limit=100&${query}${key}`)
      rows += page.rows.length
      after = page.next
    }
    return rows
  }
  let held = 0
  const hold = async (what: string, shown: number, query: string) => {
    held += 1
    expect([what, shown]).toEqual([what, await listed(query)])
  }
  for (const areaId of areaIds) {
    const wall = await centre.sees<Wall>(`/api/wall?areaId=${areaId}`)
    const at = `areaId=${areaId}`
    const [row] = await world.sql<{ open: number }>(
      'owner',
      `select count(*)::integer as open from cases where reach && array[$1]::uuid[] and not confidential
         and drill_id is null and stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn')`,
      [areaId],
    )
    expect(sum(wall.open)).toBe(row!.open)
    for (const light of lights) await hold(light, wall.open[light], `${at}&light=${light}`)
    for (const { stage, open } of wall.stages) await hold(stage, open, `${at}&stage=${stage}`)
    for (const { unit, open } of wall.units)
      for (const light of lights)
        if (open[light] > 0) await hold(unit.zh, open[light], `${at}&unitId=${unit.id}&light=${light}`)
    for (const { matter, open } of wall.matters)
      if (matter) await hold(matter.zh, sum(open), `${at}&matter=${matter.code}`)
    for (const { area, open } of wall.parts)
      for (const light of lights)
        await hold(`${area.zh} ${light}`, open[light], `areaId=${area.id}&light=${light}`)
    held += await daysAgree(world, wall, areaId)
    held += await reportsAgree(world, wall)
  }
  return held
}

/** The counts of today, and those of the trend's last days. */
async function daysAgree(world: World, wall: Wall, areaId: string): Promise<number> {
  const centre = world.as('centre')
  const counts = Object.entries({ accepted: 0, closed: 0, ...wall.day })
  const asked = [
    ...counts.map(([count, shown]) => ({ count, shown, day: wall.today })),
    ...wall.trend.slice(-3).map(({ day, count }) => ({ count: 'accepted', shown: count, day })),
  ]
  for (const { count, shown, day } of asked) {
    const query = `areaId=${areaId}&count=${count}&from=${day}&to=${day}&limit=100`
    const { total, rows } = await centre.sees<BehindPage>(`/api/figures/cases?${query}`)
    expect([count, day, shown]).toEqual([count, day, total])
    expect(rows.length).toBe(Math.min(total, 100))
  }
  const { day, until, accepted } = wall.lastWeek
  const query = `areaId=${areaId}&count=accepted&from=${day}&to=${day}&until=${until}`
  const { total } = await centre.sees<BehindPage>(`/api/figures/cases?${query}`)
  expect(['last week', accepted]).toEqual(['last week', total])
  return asked.length + 1
}

/** What many report, and the reports of it. */
async function reportsAgree(world: World, { hot }: Wall): Promise<number> {
  for (const { id, reports } of hot) {
    const page = await world.as('centre').sees<ReportsPage>(`/api/cases/${id}/reports?limit=100`)
    expect([id, page.total, page.rows.length]).toEqual([id, reports, Math.min(reports, 100)])
  }
  return hot.length
}
