import type { Whistle } from '../../cases/whistle/contract.ts'
import type { World } from '../world-over.ts'
import { firstDifference, localInWords, storyInWords } from './difference.ts'
import { Disagreement } from './disagreement.ts'
import type { CountingRows, Stories } from './rows.ts'
import { declaredBy } from './second-opinion/emergencies.ts'
import type { Line } from './second-opinion/story.ts'
import { type ToldWhistle, tellWhistle } from './second-opinion/whistle.ts'
import { callAccountOf, timelinessOf } from './second-opinion/whistle-account.ts'
import { whistleDue, whistleWordsOf } from './second-opinion/whistle-ladder.ts'
import { minutesOf, reviewOf } from './second-opinion/whistle-review.ts'
import { type WhistleRows, whistleRowOf, whistleRowsSql } from './whistle-rows.ts'

/** Compares what the program says of whistles with the second opinion. */
export class WhistleAudit {
  readonly #world: World
  readonly #stories: Stories
  readonly told = new Map<string, ToldWhistle>()
  readonly checks = { whistleRows: 0, calls: 0, whistleLadder: 0 }

  constructor(world: World, stories: Stories) {
    this.#world = world
    this.#stories = stories
  }

  /** Whistles that have lines since: each by its rows and, where asked, its page. Returns them. */
  async afterActs(withPages: boolean, isRound = false): Promise<readonly string[]> {
    const fresh = this.#stories.newWhistleLines()
    for (const [id, lines] of fresh) {
      this.#retell(id)
      for (const line of lines) if (line.kind === 'whistle.blown') this.#checkBlown(id, line)
      if (!isRound && lines.some(({ kind }) => kind === 'whistle.climbed'))
        this.#fail(id, 'a step was said between the rounds')
    }
    const touched = [...fresh.keys()]
    await this.#checkRows(touched)
    if (withPages) for (const id of touched) await this.#checkPage(id)
    return touched
  }

  /** Before a round of the minute: what must be said in it. */
  due({ steps, minutes }: CountingRows): ReadonlyMap<string, readonly string[]> {
    const due = new Map<string, readonly string[]>()
    for (const [id, told] of this.told) {
      const words = whistleDue(this.#storyOf(id), told, steps, minutes, this.#now)
      if (words.length > 0) due.set(id, words)
    }
    return due
  }

  /** After a round: exactly what was due was said. */
  async afterRound(due: ReadonlyMap<string, readonly string[]>): Promise<readonly string[]> {
    const before = new Map([...this.told].map(([id, { seq }]) => [id, seq]))
    const touched = await this.afterActs(false, true)
    for (const id of new Set([...due.keys(), ...touched])) {
      const lines = this.#storyOf(id).slice(before.get(id) ?? 0)
      const steps = due.get(id) ?? []
      this.checks.whistleLadder += steps.length
      this.#hold(id, { steps }, { steps: whistleWordsOf(lines) })
    }
    return touched
  }

  get #now(): number {
    return this.#world.clock.now().epochMilliseconds / 60_000
  }

  #storyOf(id: string): readonly Line[] {
    return this.#stories.whistles.get(id) ?? []
  }

  #retell(id: string): void {
    const told = tellWhistle(this.#storyOf(id))
    this.told.set(id, told)
    if (told.faults.length > 0) this.#fail(id, told.faults[0]!)
  }

  /** Its review and its minutes, by what was blown before it. */
  #checkBlown(id: string, line: Line): void {
    const pathOf = ({ data }: Line) =>
      Object.values(this.#world.places).find((one) => one.id === data.areaId)!.path
    const before = [...this.told].flatMap(([other, told]) => {
      const blown = this.#storyOf(other)[0]!
      return other === id ? [] : [{ blown, told, path: pathOf(blown) }]
    })
    const declared = [...this.#stories.emergencies.values()].map(declaredBy)
    const { review, signMinutes, contactMinutes } = line.data
    const expected = {
      review: reviewOf(line, pathOf(line), before, declared),
      ...minutesOf(line.data.situation),
    }
    this.#hold(id, expected, { review, signMinutes, contactMinutes }, 'blown')
  }

  async #checkRows(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const rows = await this.#world.sql<WhistleRows>('owner', whistleRowsSql, [ids])
    for (const { id, says } of rows) {
      this.#hold(id, whistleRowOf(this.told.get(id)!), says, 'its row')
      this.checks.whistleRows += 1
    }
    if (rows.length !== ids.length) throw new Disagreement('rows of whistles are gone')
  }

  async #checkPage(id: string): Promise<void> {
    const { stage, calls } = await this.#world.as('centre').sees<Whistle>(`/api/whistles/${id}`)
    const told = this.told.get(id)!
    const shown = Object.fromEntries(
      calls.map((one) => [one.id, { account: one.account, timeliness: one.timeliness }]),
    )
    const expected = [...told.calls].map(([callId, call]) => {
      const account = callAccountOf(call, told, this.#now)
      return [callId, { account, timeliness: timelinessOf(call, this.#now) }]
    })
    this.#hold(
      id,
      { stage: told.stage, calls: Object.fromEntries(expected) },
      { stage, calls: shown },
      'its page',
    )
    this.checks.calls += calls.length
  }

  #hold(id: string, expected: unknown, found: unknown, where = ''): void {
    const difference = firstDifference(expected, found)
    if (difference) this.#fail(id, `${where} ${difference}`)
  }

  #fail(id: string, what: string): never {
    throw new Disagreement(
      `${localInWords(this.#now)} whistle ${id}: ${what}\n${storyInWords(this.#storyOf(id))}`,
    )
  }
}
