import type { CaseStory, DeskPage } from '../../cases/story.contract.ts'
import type { World } from '../world-over.ts'
import { type CaseRows, partsOf, rowOf, rowsSql } from './case-rows.ts'
import { firstDifference, localInWords, storyInWords } from './difference.ts'
import { Disagreement } from './disagreement.ts'
import { checkFigures } from './figures.ts'
import { instructedIn } from './instructions.ts'
import { sayingsOf } from './line-says.ts'
import { type CountingRows, readCountingRows, Stories } from './rows.ts'
import { ScoreAudit } from './score-audit.ts'
import { type Clocks, clocksOf } from './second-opinion/account.ts'
import { type Closing, tellClosing } from './second-opinion/closing.ts'
import { declaredBy, shareIn } from './second-opinion/emergencies.ts'
import { dueInRound, nextLook, wordsOf } from './second-opinion/ladder-walk.ts'
import { type Line, type Told, tell } from './second-opinion/story.ts'
import { WhistleAudit } from './whistle-audit.ts'

const ended: ReadonlySet<string> = new Set(['closed', 'joined', 'declined', 'referred', 'withdrawn'])

/** Compares what the program says with the second opinion, and counts the comparisons. */
export class Audit {
  readonly #world: World
  readonly #stories: Stories
  readonly whistles: WhistleAudit
  readonly scores: ScoreAudit
  #rows: CountingRows
  /** What was counted by before, until a minute. */
  readonly #before: { readonly until: number; readonly rows: CountingRows }[] = []
  /** By open case: the minute in which its ladder is to be looked at next. */
  readonly #looks = new Map<string, number>()
  readonly told = new Map<string, Told>()
  /** Clocks as they were drawn in this minute: nothing moves one but a line, a row and time. */
  readonly #drawn = new Map<string, { readonly clocks: Clocks; readonly asOf: string }>()
  readonly checks = { rows: 0, pages: 0, accounts: 0, ladder: 0, lists: 0, figures: 0 }

  private constructor(world: World, rows: CountingRows) {
    this.#world = world
    this.#rows = rows
    this.#stories = new Stories(world)
    this.whistles = new WhistleAudit(world, this.#stories)
    this.scores = new ScoreAudit(world, this.#stories)
  }

  static async begin(world: World): Promise<Audit> {
    const audit = new Audit(world, await readCountingRows(world))
    await audit.#stories.readOn()
    return audit
  }

  get minutes(): CountingRows['minutes'] {
    return this.#rows.minutes
  }

  get rows(): CountingRows {
    return this.#rows
  }

  get now(): number {
    return this.#world.clock.now().epochMilliseconds / 60_000
  }

  /** The calendar, the catalogue or the steps were changed. */
  async rowsChanged(): Promise<void> {
    this.#before.push({ until: this.now, rows: this.#rows })
    this.#rows = await readCountingRows(this.#world)
    this.#drawn.clear()
    for (const [caseId] of this.#looks) this.#lookAgain(caseId)
    this.scores.forget()
  }

  /** What was written since, each case compared by its rows and its page. Returns the cases. */
  async afterActs(withPages: boolean): Promise<readonly string[]> {
    const fresh = await this.#stories.readOn()
    for (const [caseId, lines] of fresh) {
      this.#retell(caseId)
      for (const line of lines) this.#checkLine(caseId, line)
      for (const { expected, found } of await instructedIn(this.#world, lines, this.minutes))
        this.#hold(caseId, expected, found, 'an instruction')
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
      this.#retell(caseId)
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
    await this.scores.check(this.#rows, this.now)
    this.checks.figures += await checkFigures(this.#world, this.#stories, this.minutes)
  }

  #storyOf(caseId: string): readonly Line[] {
    return this.#stories.all.get(caseId) ?? []
  }

  /** What no hollow closing leaves to be done with a case. */
  closingOf(caseId: string): Closing {
    return tellClosing(this.#storyOf(caseId), this.minutes)
  }

  #retell(caseId: string): void {
    const told = tell(this.#storyOf(caseId))
    this.told.set(caseId, told)
    const [fault] = [...told.faults, ...this.closingOf(caseId).faults]
    if (fault) this.#fail(caseId, fault)
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
    for (const { expected, found, where } of sayingsOf(line, story, this.#rows, this.#shareFor(line, story)))
      this.#hold(caseId, expected, found, where)
  }

  /** How much of its usual time, in per cent, a unit gets to whom this line hands the case. */
  #shareFor({ data, recorded }: Line, [accepted]: readonly Line[]): number {
    const declared = [...this.#stories.emergencies.values()].map(declaredBy)
    const { path } = Object.values(this.#world.places).find(({ id }) => id === accepted!.data.areaId)!
    const isPractice = accepted!.data.drillId !== null
    return shareIn(declared, { matter: data.matter as string, path, isPractice }, recorded)
  }

  #clocksOf(caseId: string): Clocks {
    const told = this.told.get(caseId)!
    const asOf = `${told.seq} ${this.now}`
    const known = this.#drawn.get(caseId)
    if (known?.asOf === asOf) return known.clocks
    const clocks = clocksOf(this.#storyOf(caseId), told, this.#rows.matters, this.minutes, this.now)
    this.#drawn.set(caseId, { clocks, asOf })
    return clocks
  }

  /** A row keeps the deadlines under which its case ended: what is announced afterwards is counted for open cases alone. */
  #clocksAtEnd(caseId: string, told: Told): Clocks {
    const story = this.#storyOf(caseId)
    const end = story.findLast(({ kind }) => ended.has(kind.slice('case.'.length)))!.recorded
    const { matters, minutes } = this.#before.find(({ until }) => until > end)?.rows ?? this.#rows
    return clocksOf(story, told, matters, minutes, this.now)
  }

  /** The clock that a list shows: the lead's, or that of the first answer while nobody leads. */
  #leading(caseId: string) {
    const { lead } = this.told.get(caseId)!
    const clocks = this.#clocksOf(caseId)
    return (lead === null ? undefined : clocks.units.get(lead)) ?? clocks.response
  }

  async #checkRows(caseIds: readonly string[]): Promise<void> {
    if (caseIds.length === 0) return
    const rows = await this.#world.sql<CaseRows>('owner', rowsSql, [caseIds])
    for (const { id, says, parts } of rows) {
      const told = this.told.get(id)!
      const clocks = ended.has(told.stage) ? this.#clocksAtEnd(id, told) : this.#clocksOf(id)
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
