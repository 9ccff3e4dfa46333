import type { PassedPage } from '../../cases/passed-on/contract.ts'
import type { Colleagues } from '../../cases/station/station.contract.ts'
import { seeAction } from '../station-acts.ts'
import { act } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

/** Stations and joint actions with a hostile text in every word that streets, leads and units write; their ids. */
export async function storeStationTexts({ world, post }: TextWalk) {
  const [street, team, water] = [world.as('street'), world.as('team'), world.as('water')]
  const { team1, water: waterUnit, urban } = world.units
  const areaId = world.places.estate1.id
  const place = { ...act(), areaId, leadUnitId: team1, phone: '0571-80000001' }
  const { stationId } = await post<{ stationId: string }>(street, '/api/stations', place)
  const { people } = await team.sees<Colleagues>(`/api/stations/colleagues?unitId=${team1}`)
  const fromDay = '2026-11-17'
  const person = { ...act(), accountId: people[0]!.accountId, unitId: team1, fromDay, phone: '0571-80000002' }
  await team.does(`/api/stations/${stationId}/people`, person)
  const startsAt = world.clock.now().add({ hours: 2 }).toString()
  const of = (unitId: string) => ({ unitId, dueAt: startsAt })
  const open = () =>
    post<{ actionId: string }>(team, '/api/joint-actions', {
      ...{ ...act(), stationId, whistleId: undefined, startsAt, tasks: [of(waterUnit)] },
    })
  const { actionId: off } = await open()
  await post(team, '/api/joint-actions/{id}/call-off', act(), off)
  const { actionId } = await open()
  await post(team, '/api/joint-actions/{id}/tasks', { ...act(), tasks: [of(urban)] }, actionId)
  const { tasks } = await seeAction(team, actionId)
  const [first, second] = tasks.map(({ id }) => id)
  const answer = '/api/joint-actions/{id}/tasks/{taskId}/answer'
  await post(water, answer, { ...act(), done: false }, actionId, first!)
  const end = { ...act(), leftUndone: [{ taskId: second }] }
  await post(team, '/api/joint-actions/{id}/end', end, actionId)
  const textIds = [(await seeAction(team, off)).plan.id]
  await post(world.as('centre'), '/api/joint-actions/{id}/erase-texts', { ...act(), textIds }, off)
  await passOnWithTexts({ world, post }, stationId)
  return { station: stationId, action: actionId, actionOff: off }
}

/** Something passed on, answered and added to, and a power that a street was given. */
async function passOnWithTexts({ world, post }: Pick<TextWalk, 'world' | 'post'>, stationId: string) {
  const [street, water] = [world.as('street'), world.as('water')]
  const { water: waterUnit, urban } = world.units
  const nothing = { caseId: undefined, whistleId: undefined, areaId: undefined }
  const pass = () => post(street, '/api/passed-on', { ...act(), ...nothing, stationId, toUnitId: waterUnit })
  const { id: erased } = await pass()
  const { rows } = await street.sees<PassedPage>('/api/passed-on')
  const textIds = [rows[0]!.texts[0]!.id]
  await post(world.as('centre'), '/api/passed-on/{id}/erase-texts', { ...act(), textIds }, erased)
  const { id } = await pass()
  await water.does(`/api/passed-on/${id}/receive`, act())
  const answer = '/api/passed-on/{id}/answer'
  await post(water, answer, { ...act(), answer: 'needs_more' }, id)
  await post(street, '/api/passed-on/{id}/add', act(), id)
  await post(water, answer, { ...act(), answer: 'not_ours' }, id)
  const given = { streetId: world.places.street1.id, fromUnitId: urban, fromDay: '2026-01-01' }
  await post(world.as('administrator'), '/api/powers', { ...act(), ...given })
}
