import type { Action, OpenedAction } from '../cases/station/action.contract.ts'
import type { StationReceipt } from '../cases/station/station.contract.ts'
import type { World } from './world.ts'
import { act, type Person } from './world-client.ts'
import type { UnitName } from './world-units.ts'

/** An enforcement station in estate 1, led by the street's team of urban management. */
export const openTestStation = (world: World, more: object = {}): Promise<StationReceipt> =>
  world.as('street').does<StationReceipt>(
    '/api/stations',
    act({
      areaId: world.places.estate1.id,
      leadUnitId: world.units.team1,
      nameZh: '柳岸综合执法工作站',
      nameEn: 'Liu’an Enforcement Station',
      address: '柳岸小区北门东侧一楼',
      phone: '0571-80000001',
      ...more,
    }),
  )

/** A plan for this evening with a task for each of these units. */
export const actionBody = (world: World, units: readonly UnitName[], more: object = {}) => {
  const startsAt = world.clock.now().add({ hours: 2 })
  return act({
    plan: '晚上清理三栋楼顶违建材料，各单位七点在北门集合',
    place: '柳岸小区北门',
    startsAt: startsAt.toString(),
    tasks: units.map((unit) => ({
      unitId: world.units[unit],
      words: `请准备好人手和车辆：${unit}`,
      dueAt: startsAt.add({ hours: 3 }).toString(),
    })),
    ...more,
  })
}

export const openTestAction = (
  by: Person,
  world: World,
  units: readonly UnitName[],
  more: object,
): Promise<OpenedAction> => by.does<OpenedAction>('/api/joint-actions', actionBody(world, units, more))

export const seeAction = (by: Person, actionId: string): Promise<Action> =>
  by.sees<Action>(`/api/joint-actions/${actionId}`)

/** The task of a unit, by its name as the street sees it. */
export async function taskOf(world: World, actionId: string, unit: UnitName): Promise<string> {
  const { tasks } = await seeAction(world.as('street'), actionId)
  return tasks.find((task) => task.unit.id === world.units[unit])!.id
}
