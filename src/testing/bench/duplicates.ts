import { alikePercent, likeness } from '../../cases/alike.rule.ts'
import { nearness } from '../../cases/near.rule.ts'
import { type Random, randomFrom } from '../../kernel/random.ts'
import { placeAt, rewritten, troubles } from './duplicate-texts.ts'

const seed = Number(process.env.DUPLICATES_SEED ?? 1)
const communities = Number(process.env.DUPLICATES_COMMUNITIES ?? 20)
/** In a community's month so many problems are reported twice, and as many once. */
const problems = 30
/** As many as screening shows. */
const shown = 5
const leastPercents = [8, 10, 12, 15, 20, 30, 50]

interface Report {
  readonly problem: number
  readonly words: string
  /** As far as the reporter's way in says it: by a building's code, an estate's, or the community alone. */
  readonly path: readonly string[]
}

/**
 * How well duplicates are told by their words, and by where they lie. Problems of a community (a trouble at a place) are reported twice, in
 * other people's words that rules rewrite further; as many others are reported once. The same trouble at another place is
 * no duplicate, though often said in the same words: those are the hard ones. What is shown for each report is the likest five of
 * its community, as screening shows them.
 */
export async function duplicates(): Promise<void> {
  const made = Array.from({ length: communities }, (_, each) => makeReports(randomFrom(seed + each)))
  tell('by words alone', made, () => 1)
  tell('by words and place', made, (one, other) => nearness(one, other, null))
}

type Weigh = (one: Report, other: Report) => number

function tell(how: string, made: readonly (readonly Report[])[], weigh: Weigh): void {
  const all = made.flatMap((reports) => offeredIn(reports, weigh))
  const twins = 2 * problems * communities
  console.log(
    `${how}: ${all.length} reports in ${communities} communities, ${twins} of them of a problem that is reported twice; seed ${seed}`,
  )
  console.log('least alike   twins shown (recall)   right of what is shown (precision)   shown a report')
  for (const least of leastPercents) {
    const kept = all.map(({ problem, likest }) => ({
      shown: likest.filter(({ percent }) => percent >= least).slice(0, shown),
      problem,
    }))
    const count = kept.reduce((sum, { shown: some }) => sum + some.length, 0)
    const right = kept.reduce(
      (sum, { problem, shown: some }) => sum + some.filter((one) => one.problem === problem).length,
      0,
    )
    console.log(
      [
        `${least}%`.padStart(11),
        (right / twins).toFixed(3).padStart(23),
        (count === 0 ? 0 : right / count).toFixed(3).padStart(37),
        (count / all.length).toFixed(2).padStart(17),
      ].join(''),
    )
  }
}

const offeredIn = (reports: readonly Report[], weigh: Weigh) =>
  reports.map((report) => ({ problem: report.problem, likest: likest(report, reports, weigh) }))

function makeReports(random: Random): Report[] {
  // Few places, so that most troubles stand at several of them.
  const spots = random.shuffled(
    Array.from({ length: troubles.length * 30 }, (_, index) => ({
      trouble: troubles[index % troubles.length]!,
      at: Math.floor(index / troubles.length),
    })),
  )
  return spots.slice(0, 2 * problems).flatMap(({ trouble, at }, problem): Report[] => {
    const said = random.shuffled([...trouble]).slice(0, problem < problems ? 2 : 1)
    return said.map((words) => ({
      problem,
      words: rewritten(words.replace('{place}', placeAt(at)), random),
      path: pathOf(at, random),
    }))
  })
}

/** Half of the reports come by a building's code, a quarter by an estate's, and a quarter say a community alone. */
function pathOf(at: number, random: Random): string[] {
  const building = at % 40
  const estate = building % 4
  const whole = [
    'district',
    'street',
    'community',
    `grid ${estate % 2}`,
    `estate ${estate}`,
    `building ${building}`,
  ]
  return whole.slice(0, random.pick([3, 5, 6, 6]))
}

function likest(report: Report, reports: readonly Report[], weigh: Weigh) {
  const others = reports.filter((other) => other !== report)
  const ranks = likeness(
    report.words,
    others.map(({ words }) => words),
  )
  return others
    .map((other, index) => ({
      problem: other.problem,
      percent: alikePercent(report.words, other.words) * weigh(report, other),
      rank: ranks[index]! * weigh(report, other),
    }))
    .sort((one, other) => other.rank - one.rank)
}
