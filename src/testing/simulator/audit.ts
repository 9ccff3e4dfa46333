import type { CaseStory, DeskPage } from '../../cases/story.contract.ts'
import type { World } from '../world-over.ts'
import { byKey, readFacts } from './case-facts.ts'
import { type CaseRows, partsOf, rowOf, rowsSql } from './case-rows.ts'
import { firstDifference, localInWords, storyInWords } from './difference.ts'
import { Disagreement } from './disagreement.ts'
import { sayingsOf } from './line-says.ts'
import { type CountingRows, readCountingRows, Stories } from './rows.ts'
import { checkScores } from './scores.ts'
import { type Clocks, clocksOf } from './second-opinion/account.ts'
import { type CaseFact, factsOf } from './second-opinion/facts.ts'
import { type Figure, figuresOf } from './second-opinion/figures.ts'
import { dueInRound, nextLook, wordsOf } from './second-opinion/ladder-walk.ts'
import { type Line, type Told, tell } from './second-opinion/story.ts'

const ended: ReadonlySet<string> = new Set(['closed', 'joined', 'declined', 'referred', 'withdrawn'])

/** Compares what the program says with the second opinion, and counts the comparisons. */
export class Audit {
  readonly #world: World
  readonly #stories: Stories
  #rows: CountingRows
  /** By open case: the minute in which its ladder is to be looked at next. */
  readonly #looks = new Map<string, number>()
  readonly #unscored = new Set<string>()
  readonly #facts = new Map<string, readonly CaseFact[]>()
  readonly told = new Map<string, Told>()
  readonly checks = { rows: 0, pages: 0, accounts: 0, ladder: 0, lists: 0, facts: 0, scores: 0, figures: 0 }

  private constructor(world: World, rows: CountingRows) {
    this.#world = world
    this.#rows = rows
    this.#stories = new Stories(world)
  }

  static async begin(world: World): Promise<Audit> {
    const audit = new Audit(world, await readCountingRows(world))
    await audit.#stories.readOn()
    return audit
  }

  get minutes(): CountingRows['minutes'] {
    return this.#rows.minutes
  }

  get now(): number {
    return this.#world.clock.now().epochMilliseconds / 60_000
  }

  /** The calendar, the catalogue or the steps were changed. */
  async rowsChanged(): Promise<void> {
    this.#rows = await readCountingRows(this.#world)
    for (const [caseId] of this.#looks) this.#lookAgain(caseId)
    for (const caseId of this.told.keys()) this.#unscored.add(caseId)
  }

  /** What was written since, each case compared by its rows and its page. Returns the cases. */
  async afterActs(withPages: boolean): Promise<readonly string[]> {
    const fresh = await this.#stories.readOn()
    for (const [caseId, lines] of fresh) {
      const told = this.#retell(caseId)
      for (const line of lines) this.#checkLine(caseId, line)
      if (told.faults.length > 0) this.#fail(caseId, told.faults[0]!)
      if (lines.some(({ kind }) => kind === 'case.climbed'))
        this.#fail(caseId, 'a step was said between the rounds')
      this.#lookAgain(caseId)
    }
    const touched = [...fresh.keys()]
    await this.#checkRows(touched)
    if (withPages) for (const caseId of touched) await this.#checkPage(caseId)
    return touched
  }

  /** Before a round of the minute: what must be said in it. */
  due(): ReadonlyMap<string, readonly string[]> {
    const due = new Map<string, readonly string[]>()
    const instructed = [...this.told].flatMap(([id, { instructions }]) => (instructions.size > 0 ? [id] : []))
    const looks = [...this.#looks].flatMap(([id, look]) => (look <= this.now ? [id] : []))
    for (const caseId of new Set([...looks, ...instructed])) {
      const told = this.told.get(caseId)!
      if (ended.has(told.stage)) continue
      const words = dueInRound(this.#storyOf(caseId), told, this.#rows, this.minutes, this.now)
      if (words.length > 0) due.set(caseId, words)
      else this.#lookAgain(caseId)
    }
    return due
  }

  /** After a round: exactly what was due was said, each step once. Returns the cases that it touched. */
  async afterRound(due: ReadonlyMap<string, readonly string[]>): Promise<readonly string[]> {
    const fresh = await this.#stories.readOn()
    for (const caseId of new Set([...due.keys(), ...fresh.keys()])) {
      const steps = due.get(caseId) ?? []
      this.checks.ladder += steps.length
      this.#hold(caseId, { steps }, { steps: wordsOf(fresh.get(caseId) ?? []) })
      const told = this.#retell(caseId)
      if (told.faults.length > 0) this.#fail(caseId, told.faults[0]!)
      for (const line of fresh.get(caseId) ?? []) this.#checkLine(caseId, line)
      this.#lookAgain(caseId)
    }
    await this.#checkRows([...fresh.keys()])
    return [...fresh.keys()]
  }

  /** At a day's end: all open cases by the desk's list, and the figures. */
  async atDaysEnd(): Promise<void> {
    const open = [...this.told].filter(([, { stage }]) => !ended.has(stage)).map(([caseId]) => caseId)
    const listed = new Set<string>()
    const centre = this.#world.as('centre')
    for (let after: string | null = ''; after !== null; ) {
      const page: DeskPage = await centre.sees<DeskPage>(
        `/api/desk?queue=open&limit=100${after && `&after=${encodeURIComponent(after)}`}`,
      )
      for (const { id, light, account } of page.rows) {
        listed.add(id)
        const clock = this.#leading(id)
        this.#hold(
          id,
          { light: clock.walked.light, account: clock.account },
          { light, account },
          'the desk’s list',
        )
        this.checks.lists += 1
      }
      after = page.next
    }
    const lost = open.find((caseId) => !listed.has(caseId)) ?? [...listed].find((id) => !open.includes(id))
    if (lost !== undefined) this.#fail(lost, 'the desk’s list of open cases has it, or has it not')
    await this.#checkRows(open)
    await this.#checkFacts()
    await this.#checkFigures()
  }

  /** What scores are made of, of the cases that had a line since the last day's end; and the scores of all. */
  async #checkFacts(): Promise<void> {
    const facts = await readFacts(this.#world, [...this.#unscored])
    for (const [caseId, found] of facts) {
      const expected = factsOf(this.#storyOf(caseId), this.#rows.matters, this.minutes)
      this.#hold(caseId, byKey(expected), byKey(found), 'its facts')
      this.checks.facts += expected.length
      this.#facts.set(caseId, expected)
    }
    this.#unscored.clear()
    this.checks.scores += await checkScores(
      this.#world,
      [...this.#facts.values()].flat(),
      this.now,
      this.minutes,
    )
  }

  async #checkFigures(): Promise<void> {
    const rows = await this.#world.sql<Figure>(
      'reader',
      `select area_id as area, day::text as day, matter, measure, value::integer as value from figures`,
    )
    const byKey = (figures: readonly Figure[]) =>
      Object.fromEntries(
        figures.map(({ area, day, matter, measure, value }) => [
          `${area} ${day} ${matter} ${measure}`,
          value,
        ]),
      )
    const expected = figuresOf(this.#stories.all, this.#stories.chains, this.minutes)
    const difference = firstDifference(byKey(expected), byKey(rows))
    if (difference) throw new Disagreement(`figures ${difference}`)
    this.checks.figures += expected.length
  }

  #storyOf(caseId: string): readonly Line[] {
    return this.#stories.all.get(caseId) ?? []
  }

  #retell(caseId: string): Told {
    const told = tell(this.#storyOf(caseId))
    this.#unscored.add(caseId)
    this.told.set(caseId, told)
    return told
  }

  #lookAgain(caseId: string): void {
    const told = this.told.get(caseId)
    const open = told !== undefined && !ended.has(told.stage)
    const look = open ? nextLook(this.#storyOf(caseId), this.#rows, this.minutes, this.now) : null
    if (look === null) this.#looks.delete(caseId)
    else this.#looks.set(caseId, look)
  }

  /** What a line says of time must follow from the lines before it and from itself. */
  #checkLine(caseId: string, line: Line): void {
    const story = this.#storyOf(caseId).slice(0, line.seq)
    for (const { expected, found, where } of sayingsOf(line, story, this.#rows))
      this.#hold(caseId, expected, found, where)
  }

  #clocksOf(caseId: string): Clocks {
    return clocksOf(this.#storyOf(caseId), this.told.get(caseId)!, this.#rows.matters, this.minutes, this.now)
  }

  /** The clock that a list shows: the lead's, or that of the first answer while nobody leads. */
  #leading(caseId: string) {
    const { lead } = this.told.get(caseId)!
    const clocks = this.#clocksOf(caseId)
    return (lead === null ? undefined : clocks.units.get(lead)) ?? clocks.response
  }

  async #checkRows(caseIds: readonly string[]): Promise<void> {
    if (caseIds.length === 0) return
    const rows = await this.#world.sql<CaseRows>('reader', rowsSql, [caseIds])
    for (const { id, says, parts } of rows) {
      const told = this.told.get(id)!
      const clocks = this.#clocksOf(id)
      this.#hold(id, rowOf(told, clocks), says, 'its row')
      this.#hold(
        id,
        partsOf(told, clocks),
        Object.fromEntries(parts.map(({ unitId, ...part }) => [unitId, part])),
        'its parts',
      )
      this.checks.rows += 1
    }
    if (rows.length !== caseIds.length)
      throw new Disagreement(`${caseIds.length - rows.length} rows are gone`)
  }

  async #checkPage(caseId: string): Promise<void> {
    const page = await this.#world.as('centre').sees<CaseStory>(`/api/cases/${caseId}`)
    const clocks = this.#clocksOf(caseId)
    const told = this.told.get(caseId)!
    this.#hold(caseId, clocks.response.account, page.response, 'its page, response')
    this.#lostNothing(caseId, clocks.response.walked, page.response)
    for (const { unit, stage, role, account } of page.parts) {
      const part = told.parts.find(({ unitId }) => unitId === unit.id)
      const drawn = clocks.units.get(unit.id)
      this.#hold(
        caseId,
        { stage: part?.stage, role: part?.role, account: drawn?.account },
        { stage, role, account },
        'its page, part',
      )
      this.#lostNothing(caseId, drawn!.walked, account)
    }
    this.#hold(
      caseId,
      { stage: told.stage, parts: told.parts.length, reopened: told.reopened },
      { stage: page.stage, parts: page.parts.length, reopened: page.reopened },
      'its page',
    )
    this.checks.pages += 1
  }

  /** Used, paused and outside hours make up what has passed. */
  #lostNothing(
    caseId: string,
    { outside, asOf }: Clocks['response']['walked'],
    account: CaseStory['response'],
  ): void {
    const started = Temporal.Instant.from(account.startedAt).epochMilliseconds / 60_000
    this.#hold(
      caseId,
      { passed: asOf - started },
      { passed: account.usedMinutes + account.pausedMinutes + outside },
      'minutes',
    )
    this.checks.accounts += 1
  }

  #hold(caseId: string, expected: unknown, found: unknown, where = ''): void {
    const difference = firstDifference(expected, found)
    if (difference) this.#fail(caseId, `${where} ${difference}`)
  }

  #fail(caseId: string, what: string): never {
    const story = this.#storyOf(caseId)
    const number = String(story[0]?.data.number)
    throw new Disagreement(`${localInWords(this.now)} case ${number}: ${what}\n${storyInWords(story)}`)
  }
}
