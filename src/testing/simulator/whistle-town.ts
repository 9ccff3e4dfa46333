import type { BlownWhistle } from '../../cases/whistle/contract.ts'
import type { Random } from '../../kernel/random.ts'
import { onTheSpot } from '../whistle-acts.ts'
import { act } from '../world-client.ts'
import type { World } from '../world-over.ts'
import type { UnitName } from '../world-units.ts'
import type { Deeds } from './deeds.ts'
import type { Life } from './life.ts'
import type { ToldWhistle } from './second-opinion/whistle.ts'
import type { Spot } from './town.ts'
import { type WhistleLife, type WhistleWish, whistleWishFor } from './whistle-wishes.ts'
import { minutes } from './wish.ts'

const called: readonly UnitName[] = ['urban', 'water', 'team1', 'team2', 'property1']

/** Streets and communities that blow, and those who come, or do not. */
export class WhistleTown {
  readonly #world: World
  readonly #deeds: Deeds
  readonly #random: Random
  readonly lives = new Map<string, WhistleLife>()

  constructor(world: World, deeds: Deeds, random: Random) {
    this.#world = world
    this.#deeds = deeds
    this.#random = random
  }

  /** Somebody blows at a spot, now and then for a case that is open there. */
  async blow(spot: Spot, open: Life | null): Promise<void> {
    const random = this.#random
    const by = random.next() < 0.6 ? (spot.community ?? spot.street) : spot.street
    if (by === null || spot.street === null) return
    const units = random.shuffled(called).slice(0, 1 + random.below(3))
    const where =
      open !== null && random.next() < 0.4
        ? { caseId: open.caseId }
        : { areaId: this.#world.places[spot.place].id }
    const body = act({
      ...where,
      ...(random.next() < 0.7 ? { point: onTheSpot } : {}),
      situation: random.pick(['joint_enforcement', 'key_work', 'emergency']),
      words: '请到现场',
      unitIds: units.map((name) => this.#world.units[name]),
      reportMinutes: minutes(random, [15, 300]),
    })
    const answer = await this.#deeds.post<BlownWhistle>('blow', by, '/api/whistles', body)
    if (answer === null) return
    const { whistleId: id } = answer
    this.lives.set(id, { id, street: spot.street, plan: 0, acts: 0 })
  }

  wishFor(life: WhistleLife, told: ToldWhistle): WhistleWish | null {
    const units = this.#world.units
    const names = new Map(Object.entries(units).map(([name, id]) => [id, name as UnitName]))
    return whistleWishFor(life, told, {
      random: this.#random,
      unitName: (id) => names.get(id)!,
      unitId: (name) => units[name],
    })
  }

  /** Does what was wished; whether it was done. */
  async fulfil(life: WhistleLife, { by, callId, verb, body, sentLater }: WhistleWish): Promise<boolean> {
    life.acts += 1
    const now = this.#world.clock.now()
    const later =
      sentLater === undefined ? {} : { occurredAt: now.subtract({ minutes: sentLater }).toString() }
    const at = `/api/whistles/${life.id}/${callId === null ? '' : `calls/${callId}/`}${verb}`
    return (await this.#deeds.post(`whistle: ${verb}`, by, at, act({ ...body, ...later }))) !== null
  }
}
