import { alikePercent, likeness } from '../../cases/alike.rule.ts'
import { type Random, randomFrom } from '../../kernel/random.ts'
import { placeAt, rewritten, troubles } from './duplicate-texts.ts'

const seed = Number(process.env.DUPLICATES_SEED ?? 1)
const communities = Number(process.env.DUPLICATES_COMMUNITIES ?? 20)
/** In a community's month so many problems are reported twice, and as many once. */
const problems = 30
/** As many as screening shows. */
const shown = 5
const leastPercents = [10, 15, 20, 25, 30, 40, 50, 60, 70]

interface Report {
  readonly problem: number
  readonly words: string
}

/**
 * How well duplicates are told by their words alone. Problems of a community (a trouble at a place) are reported twice, in
 * other people's words that rules rewrite further; as many others are reported once. The same trouble at another place is
 * no duplicate, though often said in the same words: those are the hard ones. What is shown for each report is the likest five of
 * its community, as screening shows them.
 */
export async function duplicates(): Promise<void> {
  const offered = Array.from({ length: communities }, (_, each) =>
    offeredIn(makeReports(randomFrom(seed + each))),
  )
  const all = offered.flat()
  const twins = 2 * problems * communities
  console.log(
    `${all.length} reports in ${communities} communities, ${twins} of them of a problem that is reported twice; seed ${seed}`,
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

const offeredIn = (reports: readonly Report[]) =>
  reports.map((report) => ({ problem: report.problem, likest: likest(report, reports) }))

function makeReports(random: Random): Report[] {
  // Few places, so that most troubles stand at several of them.
  const spots = random.shuffled(
    Array.from({ length: troubles.length * 30 }, (_, index) => ({
      trouble: troubles[index % troubles.length]!,
      place: placeAt(Math.floor(index / troubles.length)),
    })),
  )
  return spots.slice(0, 2 * problems).flatMap(({ trouble, place }, problem): Report[] => {
    const said = random.shuffled([...trouble]).slice(0, problem < problems ? 2 : 1)
    return said.map((words) => ({ problem, words: rewritten(words.replace('{place}', place), random) }))
  })
}

function likest(report: Report, reports: readonly Report[]) {
  const others = reports.filter((other) => other !== report)
  const ranks = likeness(
    report.words,
    others.map(({ words }) => words),
  )
  return others
    .map((other, index) => ({
      problem: other.problem,
      percent: alikePercent(report.words, other.words),
      rank: ranks[index]!,
    }))
    .sort((one, other) => other.rank - one.rank)
}
