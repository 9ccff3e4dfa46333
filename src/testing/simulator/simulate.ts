import { roundOfTheMinute } from '../../app/every-minute.ts'
import { type Random, randomFrom } from '../../kernel/random.ts'
import { photo } from '../photo.ts'
import type { World } from '../world-over.ts'
import type { UnitName } from '../world-units.ts'
import { Agenda } from './agenda.ts'
import { Audit } from './audit.ts'
import { Deeds, type Tally } from './deeds.ts'
import { Disagreement } from './disagreement.ts'
import { happen, programme, type TownEvent } from './events.ts'
import type { Item } from './item.ts'
import type { Life } from './life.ts'
import { markDay } from './mark-town.ts'
import { officeDay } from './month-town.ts'
import { isoOf } from './second-opinion/account.ts'
import { type Spot, spots, type Trouble, troubles } from './town.ts'
import { WhistleTown } from './whistle-town.ts'
import type { Known, Wish } from './wish.ts'
import { wishFor } from './wishes.ts'

/** How long and how much a town lives, from the local midnight at which its world was opened. */
export interface Size {
  readonly seed: number
  readonly days: number
  readonly lives: number
  /** By day there is a round of the minute each so many minutes; at night one an hour. */
  readonly roundEach: number
  /** Of so many touched cases one is read by its page too; its rows are always. */
  readonly pageOfEach: number
}

/** When a town that begins on this day must be opened: its posts are held from then on. */
export const dawnOf = (firstDay: string): string => `${firstDay}T00:00:00+08:00`

/** What a run amounts to. */
export interface Outcome extends Tally {
  readonly lives: number
  readonly checks: Audit['checks'] & Audit['whistles']['checks'] & Audit['scores']['checks']
  readonly rounds: number
}

const perDay = 24 * 60
const livesPerWhistle = 20

/** Lets a town live, and asks for a second opinion at every step. Throws at the first disagreement, saying where. */
export async function simulate(world: World, size: Size, say: (words: string) => void): Promise<Outcome> {
  const town = await Town.open(world, size)
  try {
    return await town.live(say)
  } catch (error) {
    if (error instanceof Disagreement) error.message = `seed ${size.seed}, ${error.message}`
    throw error
  }
}

class Town {
  readonly #world: World
  readonly #size: Size
  readonly #audit: Audit
  readonly #deeds: Deeds
  readonly #whistles: WhistleTown
  readonly #random: Random
  readonly #agenda = new Agenda<Item>()
  readonly #lives = new Map<string, Life>()
  #newest: readonly Life[] = []
  readonly #tally: Tally = { acts: new Map(), refusals: new Map() }
  readonly #errors: unknown[] = []
  #rounds = 0
  #touches = 0

  private constructor(world: World, size: Size, audit: Audit, picture: Buffer) {
    this.#world = world
    this.#size = size
    this.#audit = audit
    this.#random = randomFrom(size.seed)
    this.#deeds = new Deeds(world, this.#tally, picture)
    this.#whistles = new WhistleTown(world, this.#deeds, this.#random)
  }

  static async open(world: World, size: Size): Promise<Town> {
    const town = new Town(world, size, await Audit.begin(world), await photo())
    town.#planAll()
    return town
  }

  /** Reports, rounds and what happens to the town are known beforehand; all else follows from what people do. */
  #planAll(): void {
    const first = this.#audit.now
    const whole = this.#size.days * perDay
    for (let index = 0; index < this.#size.lives; index += 1) {
      const day = Math.floor((index * this.#size.days) / this.#size.lives)
      const minute = first + day * perDay + 6 * 60 + this.#random.below(17 * 60)
      this.#agenda.enter(minute, { kind: 'report', spot: this.#often(spots), trouble: this.#often(troubles) })
      if (index % livesPerWhistle !== 0) continue
      const later = minute + this.#random.below(6 * 60)
      if (later < first + whole) this.#agenda.enter(later, { kind: 'blow', spot: this.#often(spots) })
    }
    for (const [share, event] of programme)
      this.#agenda.enter(first + Math.floor(share * this.#size.days) * perDay + 10 * 60, {
        kind: 'event',
        event,
      })
    for (let minute = first; minute < first + whole; minute += this.#size.roundEach) {
      const hour = Math.floor(((minute - first) % perDay) / 60)
      if ((hour >= 7 && hour < 22) || (minute - first) % 60 === 0)
        this.#agenda.enter(minute, { kind: 'round' })
    }
    for (let day = 1; day <= this.#size.days; day += 1) {
      this.#agenda.enter(first + day * perDay - 1, { kind: 'day’s end' })
      this.#agenda.enter(first + day * perDay - 8 * 60, { kind: 'office day' })
    }
  }

  #often<Of extends { readonly often: number }>(items: readonly Of[]): Of {
    const deck = items.flatMap((item) => Array.from({ length: item.often }, () => item))
    return this.#random.pick(deck)
  }

  async live(say: (words: string) => void): Promise<Outcome> {
    const last = this.#audit.now + this.#size.days * perDay
    for (let next = this.#agenda.next(); next && next.minute < last; next = this.#agenda.next()) {
      if (next.minute > this.#audit.now) this.#world.clock.set(isoOf(next.minute))
      await this.#do(next.item)
      if (next.item.kind === 'day’s end') say(this.#dayInWords())
    }
    const { flaws } = await this.#world.verify()
    if (flaws.length > 0) throw new Disagreement(`the witnesses found ${JSON.stringify(flaws[0])}`)
    return {
      ...this.#tally,
      lives: this.#lives.size,
      checks: { ...this.#audit.checks, ...this.#audit.whistles.checks, ...this.#audit.scores.checks },
      rounds: this.#rounds,
    }
  }

  #dayInWords(): string {
    const { rows, accounts, ladder } = this.#audit.checks
    const acts = [...this.#tally.acts.values()].reduce((sum, count) => sum + count, 0)
    return `${isoOf(this.#audit.now + 8 * 60).slice(0, 10)}: ${this.#lives.size} lives, ${acts} acts, ${rows} rows, ${accounts} accounts, ${ladder} steps`
  }

  async #do(item: Item): Promise<void> {
    switch (item.kind) {
      case 'report':
        return this.#report(item.spot, item.trouble)
      case 'wish':
        return this.#fulfil(item)
      case 'blow':
        await this.#whistles.blow(item.spot, this.#openAt(item.spot))
        return this.#afterActs()
      case 'call':
        return this.#answer(item)
      case 'event':
        return this.#happen(item.event)
      case 'office day':
        return this.#officeDay()
      case 'round':
        return this.#round()
      case 'day’s end':
        await this.#settle()
        return this.#audit.atDaysEnd()
    }
  }

  async #report(spot: Spot, trouble: Trouble): Promise<void> {
    const life = await this.#deeds.report(spot, trouble, this.#random, this.#secret())
    if (life) {
      this.#lives.set(life.caseId, life)
      this.#newest = [...this.#newest.slice(-29), life]
    }
    await this.#afterActs()
  }

  #secret(): string {
    return Array.from({ length: 32 }, () => this.#random.below(16).toString(16)).join('')
  }

  async #fulfil({ life, wish, plan }: Item & { kind: 'wish' }): Promise<void> {
    if (plan !== life.plan) return
    life.acts += 1
    const done = await this.#deeds.fulfil(life, wish)
    await this.#afterActs()
    // What was refused left no trace: somebody thinks again.
    if (!done) this.#plan(life)
  }

  async #answer({ life, wish, plan }: Item & { kind: 'call' }): Promise<void> {
    if (plan !== life.plan) return
    const done = await this.#whistles.fulfil(life, wish)
    await this.#afterActs()
    if (!done) this.#planWhistle(life.id)
  }

  #planWhistle(id: string): void {
    const life = this.#whistles.lives.get(id)
    const told = this.#audit.whistles.told.get(id)
    if (!life || !told) return
    life.plan += 1
    const wish = this.#whistles.wishFor(life, told)
    // Whoever is called at night is called at night.
    if (wish) this.#agenda.enter(this.#audit.now + wish.waits, { kind: 'call', life, wish, plan: life.plan })
  }

  #openAt(spot: Spot): Life | null {
    const [life] = this.#random.shuffled(this.#newest)
    return life?.spot === spot ? life : null
  }

  async #officeDay(): Promise<void> {
    const { scores, minutes, now } = this.#audit
    await officeDay(this.#world, this.#deeds, this.#random, scores, minutes.nameOf(minutes.dayOf(now)))
    await markDay(this.#world, this.#deeds, this.#random, this.#audit.told)
    await this.#afterActs()
  }

  async #happen(event: TownEvent): Promise<void> {
    await happen(this.#world, event, this.#audit.minutes, this.#audit.now)
    await this.#audit.rowsChanged()
    await this.#settle()
  }

  /** The program's own part of a minute, after its followers, as it runs beside a server. */
  async #round(): Promise<void> {
    await this.#settle()
    const due = this.#audit.due()
    const called = this.#audit.whistles.due(this.#audit.rows)
    const log = {
      info: () => undefined,
      warn: console.warn,
      error: (...told: unknown[]) => void this.#errors.push(told),
    }
    const { district, clock } = this.#world
    const fullRound = 200
    while ((await roundOfTheMinute({ district, clock, log }, () => undefined)) >= fullRound);
    if (this.#errors.length > 0) throw new Error('the round of the minute failed', { cause: this.#errors[0] })
    this.#rounds += 1
    for (const caseId of await this.#audit.afterRound(due)) this.#planAgain(caseId)
    for (const id of await this.#audit.whistles.afterRound(called)) this.#planWhistle(id)
  }

  async #settle(): Promise<void> {
    await this.#world.followersSettled()
    await this.#afterActs()
  }

  async #afterActs(): Promise<void> {
    this.#touches += 1
    const withPages = this.#touches % this.#size.pageOfEach === 0
    for (const caseId of await this.#audit.afterActs(withPages)) this.#planAgain(caseId)
    for (const id of await this.#audit.whistles.afterActs(withPages)) this.#planWhistle(id)
  }

  #planAgain(caseId: string): void {
    const life = this.#lives.get(caseId)
    if (life) this.#plan(life)
  }

  #plan(life: Life): void {
    life.plan += 1
    const told = this.#audit.told.get(life.caseId)
    const wish = told ? wishFor(life, told, this.#known(life)) : null
    if (wish) this.#agenda.enter(this.#momentOf(wish), { kind: 'wish', life, wish, plan: life.plan })
  }

  /** Offices act when they are open, those who are overworked in the evening, residents by day. */
  #momentOf({ waits, by, atNight }: Wish): number {
    const { minutes } = this.#audit
    const wished = this.#audit.now + Math.max(1, waits)
    if (by === 'reporter') return wished
    const start = Math.floor((wished + 8 * 60) / perDay) * perDay - 8 * 60
    if (atNight) return Math.max(wished, start + 20 * 60 + this.#random.below(4 * 60))
    let minute = wished
    while (!minutes.isOffice(minute)) minute += 1
    return minute === wished ? minute : minute + this.#random.below(90)
  }

  #known({ caseId, spot }: Life): Known {
    const units = this.#world.units
    const names = new Map(Object.entries(units).map(([name, id]) => [id, name as UnitName]))
    const today = this.#audit.minutes.dayOf(this.#audit.now)
    return {
      random: this.#random,
      unitName: (id) => names.get(id)!,
      unitId: (name) => units[name],
      closing: this.#audit.closingOf(caseId),
      another: () => this.#another(caseId, spot),
      dayAhead: (days) => this.#audit.minutes.nameOf(today + days),
    }
  }

  #another(caseId: string, spot: Spot): string | null {
    const other = this.#random.pick(this.#newest)
    return other.caseId === caseId || other.spot !== spot ? null : other.caseId
  }
}
