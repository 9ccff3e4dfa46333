import type { World } from '../world-over.ts'
import { byKey, readFacts } from './case-facts.ts'
import { firstDifference, storyInWords } from './difference.ts'
import { Disagreement } from './disagreement.ts'
import type { CountingRows, Stories } from './rows.ts'
import { checkScores } from './scores.ts'
import { type CaseFact, factsOf } from './second-opinion/facts.ts'
import { markFactsOf } from './second-opinion/marks.ts'
import { finalMonths, inMonths, isTakenOut } from './second-opinion/months.ts'
import type { Line } from './second-opinion/story.ts'
import { tellWhistle } from './second-opinion/whistle.ts'
import { whistleFactsOf } from './second-opinion/whistle-facts.ts'

/** Compares what scores are made of, and the scores. */
export class ScoreAudit {
  readonly #world: World
  readonly #stories: Stories
  /** How many lines of a story had been read when its facts were compared. */
  readonly #read = new Map<string, number>()
  readonly #facts = new Map<string, readonly CaseFact[]>()
  #said = 0
  #marks: readonly CaseFact[] = []
  readonly checks = { facts: 0, whistleFacts: 0, markFacts: 0, scores: 0 }

  constructor(world: World, stories: Stories) {
    this.#world = world
    this.#stories = stories
  }

  get facts(): ReadonlyMap<string, readonly CaseFact[]> {
    return this.#facts
  }

  /** The calendar or the catalogue says something else: everything is looked at anew. */
  forget(): void {
    this.#read.clear()
  }

  /** Facts of all cases and whistles that have lines since, and the scores of this month and the last. */
  async check({ matters, minutes }: CountingRows, now: number): Promise<void> {
    this.#forgetClaimed()
    const { all, whistles, assessment } = this.#stories
    const cases = this.#fresh(all)
    await this.#compare(cases, 'case', (lines) => factsOf(lines, matters, minutes))
    await this.#compare(this.#fresh(whistles), 'whistle', (lines) =>
      whistleFactsOf(tellWhistle(lines), minutes),
    )
    const today = minutes.nameOf(minutes.dayOf(now))
    const last = Temporal.PlainYearMonth.from(today.slice(0, 7)).subtract({ months: 1 }).toString()
    await this.#compareMarks(minutes)
    const facts = [...[...this.#facts.values()].flat(), ...this.#marks]
    for (const month of [last, today.slice(0, 7)])
      this.checks.scores += await checkScores(this.#world, { facts, assessment, month, today, now })
  }

  /** What was taken out, and what a month that became final holds from now on. */
  #forgetClaimed(): void {
    const fresh = this.#stories.assessment.slice(this.#said)
    this.#said = this.#stories.assessment.length
    if (fresh.some(({ kind }) => kind === 'assessment.month_closed')) this.forget()
    for (const { kind, data } of fresh)
      if (kind === 'assessment.claim_decided')
        for (const id of data.takenOut as readonly string[]) this.#read.delete(id)
  }

  /** All of them each day: they are few, and a case may turn confidential long after its mark. */
  async #compareMarks(minutes: CountingRows['minutes']): Promise<void> {
    const { all, assessment } = this.#stories
    const finals = finalMonths(assessment)
    const told = markFactsOf(assessment, (caseId) => all.get(caseId) ?? [], finals, minutes)
    const kept = await readFacts(this.#world, [...told.keys()], 'mark')
    const marks: CaseFact[] = []
    for (const [of, facts] of told) {
      const expected = facts.map((fact) => ({ ...fact, takenOut: isTakenOut(assessment, fact, of) }))
      const difference = firstDifference(byKey(expected), byKey(kept.get(of)!))
      if (difference) throw new Disagreement(`marks of ${of}: ${difference}`)
      marks.push(...expected)
    }
    this.checks.markFacts += marks.length
    this.#marks = marks
  }

  #fresh(stories: ReadonlyMap<string, readonly Line[]>): [string, readonly Line[]][] {
    return [...stories].filter(([id, lines]) => this.#read.get(id) !== lines.length)
  }

  async #compare(
    stories: readonly (readonly [string, readonly Line[]])[],
    about: 'case' | 'whistle',
    factsIn: (lines: readonly Line[]) => readonly CaseFact[],
  ): Promise<void> {
    const { assessment } = this.#stories
    const finals = finalMonths(assessment)
    const kept = await readFacts(
      this.#world,
      stories.map(([id]) => id),
      about,
    )
    for (const [id, lines] of stories) {
      const expected = inMonths(lines, finals, factsIn).map((fact) => {
        return { ...fact, takenOut: isTakenOut(assessment, fact, id) }
      })
      const difference = firstDifference(byKey(expected), byKey(kept.get(id)!))
      if (difference) throw new Disagreement(`facts of ${about} ${id}: ${difference}\n${storyInWords(lines)}`)
      this.checks[about === 'case' ? 'facts' : 'whistleFacts'] += expected.length
      this.#facts.set(id, expected)
      this.#read.set(id, lines.length)
    }
  }
}
