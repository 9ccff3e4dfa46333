import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import type { ListedUnit } from './contract.ts'
import { addUnits, findAnswering } from './door.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const unit = (code: string, kind: ListedUnit['kind'], parentCode: string | null): ListedUnit => ({
  code,
  kind,
  line: 'fire',
  nameZh: `演示${code}`,
  areaId: kind === 'department' ? world.places.district.id : world.places.street1.id,
  parentCode,
})
const linesOfUnits = () =>
  world.sql<{ data: unknown }>('owner', `select data from journal where kind = 'units.added' order by n`)

test('a list comes in with one line, each under the unit above, and once more changes nothing', async () => {
  const list = [unit('xf', 'department', null), unit('xf-1', 'street_team', 'xf')]
  expect(await addUnits(world.system, list)).toBe(2)
  expect(await addUnits(world.system, [...list, unit('xf-2', 'street_team', 'xf')])).toBe(1)
  expect(await linesOfUnits()).toMatchObject([{ data: { count: 2 } }, { data: { count: 1 } }])
  const found = await world.system.read((tx) =>
    findAnswering(tx, 'street_team:fire', world.places.grid1.path),
  )
  expect(found?.unitPath).toHaveLength(2)
})

test('an unknown unit above or an unknown area refuses the whole list', async () => {
  const orphan = [unit('a-1', 'department', null), unit('a-2', 'street_team', 'nobody')]
  await expect(addUnits(world.system, orphan)).rejects.toMatchObject({ code: 'unit_unknown' })
  const nowhere = [
    unit('a-1', 'department', null),
    { ...unit('a-3', 'department', null), areaId: world.units.urban },
  ]
  await expect(addUnits(world.system, nowhere)).rejects.toMatchObject({ code: 'area_unknown' })
  expect(await linesOfUnits()).toHaveLength(2)
})
