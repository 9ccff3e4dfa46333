import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import {
  selectActionsToTell,
  selectAlertPaths,
  selectEmergenciesToTell,
  selectMediationsToTell,
  selectPassedToTell,
} from '../cases/door.ts'
import { selectAskers } from '../neighbours/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import { emergencyKinds, tellEmergency } from './emergency-telling.rule.ts'
import { tellHandOver } from './hand-over-telling.rule.ts'
import { ladderTellings } from './ladder-telling.rule.ts'
import { mediationKinds, mediationTellings } from './mediation-telling.rule.ts'
import { passedKinds, passedTellings } from './passed-telling.rule.ts'
import { tellReport } from './report-telling.rule.ts'
import { actionKinds, actionTellings } from './station-telling.rule.ts'
import { aboutOf, reachOf, selectCaseStories, selectWhistleStories } from './stories.projection.ts'
import {
  askerKinds,
  type Telling,
  tellAlert,
  tellAsker,
  tellHolder,
  tellingsOf,
  toldKinds,
} from './telling.rule.ts'
import { whistleKinds, whistleTellings } from './whistle-telling.rule.ts'

export type Told = readonly [JournalLine, Telling]
type Teller = (db: Kysely<Tables>, lines: readonly JournalLine[]) => Promise<Told[]>

/** How one kind of subject is told of. */
interface Kind<Known> {
  /** Lines of which somebody is told. */
  readonly kinds: ReadonlySet<string>
  /** What must be known of their subjects, by id; of whom nothing is known nobody is told. */
  readonly know: (db: Kysely<Tables>, subjects: readonly string[]) => Promise<ReadonlyMap<string, Known>>
  readonly tell: (line: JournalLine, known: Known) => readonly Telling[]
}

const teller =
  <Known>({ kinds, know, tell }: Kind<Known>): Teller =>
  async (db, lines) => {
    const telling = lines.filter(({ kind }) => kinds.has(kind))
    if (telling.length === 0) return []
    const known = await know(db, [...new Set(telling.map(({ subject }) => subject))])
    return telling.flatMap((line) => {
      const one = known.get(line.subject)
      return one === undefined ? [] : tell(line, one).map((told) => [line, told] as const)
    })
  }

/** Where the line itself says all. */
const byLine =
  (tell: (line: JournalLine) => readonly Telling[]): Teller =>
  async (_, lines) =>
    lines.flatMap((line) => tell(line).map((told) => [line, told] as const))

/** Each kind of subject once: whoever tells of another adds a line here, and its rule beside the others. */
const tellers: readonly Teller[] = [
  teller({ kinds: new Set(['emergency.alerted']), know: selectAlertPaths, tell: tellAlert }),
  teller({ kinds: emergencyKinds, know: selectEmergenciesToTell, tell: tellEmergency }),
  teller({
    kinds: toldKinds,
    know: selectCaseStories,
    tell: (line, story) => {
      const about = aboutOf(line, story)
      return [...tellingsOf(line, about), ...ladderTellings(line, about)]
    },
  }),
  teller({
    kinds: whistleKinds,
    know: selectWhistleStories,
    tell: (line, story) => whistleTellings(line, { whistle: story.whistle, reach: reachOf(line, story) }),
  }),
  teller({ kinds: actionKinds, know: selectActionsToTell, tell: actionTellings }),
  teller({ kinds: passedKinds, know: selectPassedToTell, tell: passedTellings }),
  teller({ kinds: mediationKinds, know: selectMediationsToTell, tell: mediationTellings }),
  teller({ kinds: askerKinds, know: selectAskers, tell: tellAsker }),
  byLine(tellHandOver),
  byLine(tellReport),
  byLine(tellHolder),
]

/** What these lines tell, and to what audience. */
export async function tellingsIn(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const told: Told[] = []
  for (const tell of tellers) told.push(...(await tell(db, lines)))
  return told
}
