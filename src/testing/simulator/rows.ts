import type { World } from '../world-over.ts'
import type { MatterRow } from './second-opinion/clocks-of-case.ts'
import type { StepRow } from './second-opinion/ladder-walk.ts'
import { type CalendarRows, layMinutes, type Minutes } from './second-opinion/minutes.ts'
import type { Line } from './second-opinion/story.ts'

/** What the second opinion may read beside the lines: the rows that clocks are counted by. */
export interface CountingRows {
  readonly minutes: Minutes
  readonly matters: readonly MatterRow[]
  readonly steps: readonly StepRow[]
}

/** The strip reaches from the beginning of the year in which the town lives to where no deadline of it can lie. */
const strip = { from: '2026-06-01', until: '2028-12-31' }

/** Reads the calendar, the catalogue with its past, and the ladder's steps. */
export async function readCountingRows(world: World): Promise<CountingRows> {
  const [row] = await world.sql<{ calendar: CalendarRows; matters: MatterRow[]; steps: StepRow[] }>(
    'owner',
    `select jsonb_build_object(
       'days', (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'kind', kind)), '[]') from calendar_days),
       'years', (select coalesce(jsonb_agg(year), '[]') from calendar_years),
       'hours', (select coalesce(jsonb_agg(jsonb_build_object('validFrom', valid_from, 'spans', spans)
         order by valid_from), '[]') from office_hours)) as calendar,
     (select jsonb_agg(jsonb_build_object('code', code, 'validFrom', valid_from, 'validTo', valid_to,
       'responseAmount', response_amount, 'responseUnit', response_unit, 'resolutionAmount', resolution_amount,
       'resolutionUnit', resolution_unit, 'yellowPercent', yellow_percent)) from matters) as matters,
     (select jsonb_agg(jsonb_build_object('id', id, 'matter', matter, 'clock', clock, 'audience', audience, 'leftPercent', left_percent,
       'overMinutes', over_minutes, 'fromDay', from_day, 'untilDay', until_day)) from ladder_steps) as steps`,
  )
  const { calendar, matters, steps } = row!
  return { minutes: layMinutes(calendar, strip.from, strip.until), matters, steps }
}

/** Reads the journal on, and keeps every story. */
export class Stories {
  readonly #world: World
  readonly #heads: Map<string, number>
  readonly all = new Map<string, Line[]>()
  /** What the town's emergencies say of themselves, by the id of the declaration. */
  readonly emergencies = new Map<string, Line[]>()
  readonly whistles = new Map<string, Line[]>()
  /** Lines of the assessment itself: claims, and months that are final. */
  readonly assessment: Line[] = []
  #newWhistleLines = new Map<string, Line[]>()

  constructor(world: World) {
    this.#world = world
    this.#heads = new Map(Object.values(world.places).map(({ id }) => [id, 0]))
  }

  /** Takes the lines in that were written since; the cases that have new ones, with these. */
  async readOn(): Promise<ReadonlyMap<string, readonly Line[]>> {
    const rows = await this.#world.sql<{
      chain: string
      n: number
      subject: string
      line: Omit<Line, 'recorded' | 'occurred' | 'subject'>
      recorded: number
      occurred: number
    }>(
      'owner',
      `select j.chain, j.n::integer as n, j.subject,
         jsonb_build_object('seq', j.seq, 'kind', j.kind, 'actor', j.actor, 'data', j.data - 'commits') as line,
         (extract(epoch from j.recorded_at) / 60)::float8 as recorded,
         (extract(epoch from j.occurred_at) / 60)::float8 as occurred
       from unnest($1::uuid[], $2::bigint[]) as c (chain, n)
       cross join lateral (select * from journal l where l.chain = c.chain and l.n > c.n order by l.n) j
       order by j.subject, j.seq, j.n`,
      [[...this.#heads.keys()], [...this.#heads.values()]],
    )
    const fresh = new Map<string, Line[]>()
    for (const { chain, n, subject, line, recorded, occurred } of rows) {
      this.#heads.set(chain, Math.max(n, this.#heads.get(chain) ?? 0))
      const told: Line = { ...line, subject, recorded, occurred }
      if (/^emergency\.(?:declared|changed|ended)$/.test(line.kind)) append(this.emergencies, subject, told)
      if (line.kind.startsWith('assessment.')) this.assessment.push(told)
      if (line.kind.startsWith('whistle.') && line.seq !== null) {
        append(this.whistles, subject, told)
        append(this.#newWhistleLines, subject, told)
      }
      if (!line.kind.startsWith('case.')) continue
      append(fresh, subject, told)
      append(this.all, subject, told)
    }
    return fresh
  }

  /** Lines of whistles that were taken in since this was asked the last time. */
  newWhistleLines(): ReadonlyMap<string, readonly Line[]> {
    const fresh = this.#newWhistleLines
    this.#newWhistleLines = new Map()
    return fresh
  }
}

function append(stories: Map<string, Line[]>, subject: string, line: Line): void {
  const story = stories.get(subject)
  if (story) story.push(line)
  else stories.set(subject, [line])
}
