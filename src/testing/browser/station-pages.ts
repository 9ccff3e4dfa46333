import type { Colleagues } from '../../cases/station/station.contract.ts'
import { openTestAction, openTestStation, taskOf } from '../station-acts.ts'
import type { World } from '../world.ts'
import { act } from '../world-client.ts'
import type { Visit } from './pages.ts'

/** A station with somebody on duty all day, and an action of a whistle that one unit could not do its part of. */
export async function bringStation(world: World, whistleId: string) {
  const { stationId } = await openTestStation(world)
  const team = world.as('team')
  const { team1, water, urban } = world.units
  const { people } = await team.sees<Colleagues>(`/api/stations/colleagues?unitId=${team1}`)
  const day = world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  const person = { accountId: people[0]!.accountId, unitId: team1, fromDay: day, phone: '0571-80000002' }
  await team.does(`/api/stations/${stationId}/people`, act(person))
  const { people: serving } = await team.sees<{ people: { id: string }[] }>(`/api/stations/${stationId}`)
  const shift = { fromMinute: 0, untilMinute: 1440, personIds: [serving[0]!.id] }
  await team.does(`/api/stations/${stationId}/roster`, act({ day, shifts: [shift] }))
  const { actionId } = await openTestAction(world.as('street'), world, ['team1', 'water'], { whistleId })
  const task = await taskOf(world, actionId, 'water')
  const answer = act({ done: false, note: '抽水车在检修' })
  await world.as('water').does(`/api/joint-actions/${actionId}/tasks/${task}/answer`, answer)
  await world
    .as('team')
    .does('/api/passed-on', act({ stationId, toUnitId: water, words: '河边有人私接水管' }))
  const power = { powerZh: '对堵塞消防车通道的处罚', powerEn: 'Penalties for blocking a fire lane' }
  const basis = {
    law: '中华人民共和国行政处罚法',
    article: '第二十四条',
    decision: '某省人民政府的决定（演示）',
  }
  const given = { streetId: world.places.street1.id, fromUnitId: urban, fromDay: '2026-01-01' }
  await world.as('administrator').does('/api/powers', act({ ...power, ...basis, ...given }))
  return { stationId, actionId }
}

/** The pages of stations and joint actions, as the street, a unit that leads and a unit with a task see them. */
export const stationVisits: readonly Visit[] = [
  {
    name: 'console-passed-on',
    at: ({ stationId }) => `/console/passed-on?station=${stationId}`,
    as: 'street',
    reads: '私接水管',
  },
  { name: 'console-passed-on-own', at: () => '/console/passed-on?list=mine', as: 'water', reads: '接收时限' },
  { name: 'console-powers', at: () => '/console/powers', as: 'street', reads: '堵塞消防车通道' },
  {
    name: 'console-powers-give',
    at: () => '/console/powers',
    as: 'administrator',
    opens: async (page) => page.getByRole('button', { name: '登记一项赋权' }).click(),
    reads: '从哪天起',
  },
  { name: 'console-station', at: () => '/console/station', as: 'street', reads: '现在在岗' },
  {
    name: 'console-station-roster',
    at: ({ stationId }) => `/console/station/${stationId}`,
    as: 'team',
    opens: async (page) => page.getByRole('button', { name: '排这天' }).first().click(),
    reads: '谁值班',
  },
  {
    name: 'console-action',
    at: ({ actionId }) => `/console/actions/${actionId}`,
    as: 'street',
    reads: '抽水车在检修',
  },
  {
    name: 'console-action-own',
    at: ({ actionId }) => `/console/actions/${actionId}`,
    as: 'team',
    reads: '记下做完了',
  },
]
