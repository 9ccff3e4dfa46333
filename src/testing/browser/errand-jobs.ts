import { randomUUID } from 'node:crypto'
import type { GridDay } from '../../rounds/grid-day.contract.ts'
import { roundsWords } from '../../web/words/rounds.ts'
import { visitsWords } from '../../web/words/visits.ts'
import { photo } from '../photo.ts'
import { addHome, addPerson } from '../register-acts.ts'
import { act } from '../world-client.ts'
import type { Job } from './jobs.ts'

const exit = { zh: '疏散通道、安全出口被堵', en: 'Escape route or fire exit blocked' }

/** What a grid worker does on the way: a visit logged at the door, a hazard of a round noted, a check-in on the day. */
export const errands: readonly Job[] = [
  {
    name: 'grid worker: visit logged at the door',
    most: { taps: 3, keys: 0 },
    bring: async (world) => {
      const worker = world.as('worker')
      const home = await addHome(worker, world.places.building1.id, `9-${randomUUID().slice(0, 4)}`)
      await addPerson(worker, home, { name: '宋清和', fromDay: '2020-01-01' })
      return { at: '/field', as: 'worker', number: home }
    },
    work: async (hand, { field }, { number }, language) => {
      const said = visitsWords[language]
      await hand.tap('link', field.grid.visits)
      await hand.open(number!)
      await hand.tap('button', said.send)
      await hand.reads(said.done)
    },
  },
  {
    name: 'grid worker: hazard of a round noted',
    most: { taps: 5, keys: 0 },
    bring: async () => ({ at: '/field', as: 'worker' }),
    work: async (hand, { common }, _start, language) => {
      const { errands: said, walk } = roundsWords[language]
      await hand.tap('link', said.rounds(1))
      await hand.tapIn({ group: walk.stateOf(exit[language]) }, 'button', walk.states.hazard.found)
      const picture = { name: 'exit.jpg', mimeType: 'image/jpeg', buffer: await photo(43) }
      await hand.give(common.photos.add, picture)
      await hand.tap('button', walk.add)
      await hand.reads(walk.added)
    },
  },
  {
    name: 'grid worker: check-in on the day in the grid',
    most: { taps: 2, keys: 0 },
    bring: async (world) => {
      const day = '2026-11-28'
      world.clock.set(`${day}T09:30:00+08:00`)
      const worker = world.as('worker')
      const { roster } = await worker.sees<GridDay>(`/api/grid-days/${world.places.grid1.id}/${day}`)
      // Whoever did this job before, in the other language, was not there after all.
      for (const { checkIn } of roster)
        if (checkIn) await worker.does(`/api/grid-days/check-ins/${checkIn.id}/take-back`, act())
      return { at: '/field', as: 'worker' }
    },
    work: async (hand, _words, _start, language) => {
      const { errands: said, day } = roundsWords[language]
      await hand.tap('link', said.day)
      await hand.tap('button', day.checkIn)
      await hand.reads(day.checkedIn)
      // The words stand as soon as it is kept on the phone; this, once the district has it.
      await hand.sees('button', day.takeBack)
    },
  },
]
