import { minuteOf } from './clocks-of-case.ts'
import type { Minutes } from './minutes.ts'
import type { Line } from './story.ts'

/** One number of a day: of an area, a matter and a measure. */
export interface Figure {
  readonly area: string
  readonly span: string
  readonly start: string
  readonly matter: string
  readonly measure: string
  /** The area that it lies in; the district's is its own. */
  readonly under: string
  readonly value: number
}

/** Counts every story anew, line by line, under every area of its case down to the community. */
export function figuresOf(
  stories: ReadonlyMap<string, readonly Line[]>,
  paths: ReadonlyMap<string, readonly string[]>,
  minutes: Minutes,
): Figure[] {
  const counted = new Map<string, Figure>()
  const add = (figure: Omit<Figure, 'value'>) => {
    const key = Object.values(figure).join(' ')
    counted.set(key, { ...figure, value: 1 + (counted.get(key)?.value ?? 0) })
  }
  for (const [caseId, lines] of stories) {
    const first = lines[0]!
    let isSecret = first.data.confidential === true
    let matter = ''
    for (const { data } of lines) {
      if (data.matter !== undefined) matter = data.matter as string
      if (data.confidential !== undefined) isSecret = data.confidential === true
    }
    if (isSecret || first.data.drillId) continue
    const areas = paths.get(caseId)!.slice(0, areasSeeing[String(first.data.keptFrom ?? '')])
    for (const { measure, at } of [...lines.flatMap(measuresOf), ...answered(lines)]) {
      const day = minutes.nameOf(minutes.dayOf(at))
      for (const [depth, area] of areas.entries())
        for (const each of [matter, '*']) {
          const about = { area, matter: each, measure, under: areas[depth === 0 ? 0 : depth - 1]! }
          add({ ...about, span: 'day', start: day })
          add({ ...about, span: 'month', start: `${day.slice(0, 7)}-01` })
        }
    }
  }
  return [...counted.values()]
}

/** District, street and community; fewer where it complains of those who work there. */
const areasSeeing: Readonly<Record<string, number>> = { '': 3, community: 2, street: 1 }

const answers: ReadonlySet<string> = new Set(
  ['signed', 'arrived', 'handled', 'declined', 'referred', 'joined', 'resolved', 'replied', 'withdrawn'].map(
    (act) => `case.${act}`,
  ),
)

/** The first answer, and whether it came by what was promised until then. */
function answered(lines: readonly Line[]): { measure: string; at: number }[] {
  let due = 0
  for (const { kind, data, occurred: at } of lines) {
    if (answers.has(kind))
      return [{ measure: 'responded', at }, ...(at <= due ? [{ measure: 'responded_on_time', at }] : [])]
    if (typeof data.responseDueAt === 'string') due = minuteOf(data.responseDueAt)
  }
  return []
}

const measuresOf = (line: Line): { measure: string; at: number }[] =>
  namesOf(line).map((measure) => ({ measure, at: line.occurred }))

function namesOf({ kind, data, occurred }: Line): string[] {
  switch (kind) {
    case 'case.accepted':
    case 'case.joined':
    case 'case.declined':
    case 'case.referred':
    case 'case.withdrawn':
    case 'case.replied':
    case 'case.reopened':
    case 'case.closed':
      return [kind.slice('case.'.length)]
    case 'case.rated': {
      const satisfied = data.solved === true && (data.rating as number) >= 3
      return ['rated', ...(data.solved ? ['solved'] : []), ...(satisfied ? ['satisfied'] : [])]
    }
    case 'case.resolved':
      if (data.whole !== true) return []
      if (data.dueAt === null) return ['resolved']
      return ['resolved', 'timed', occurred <= minuteOf(data.dueAt as string) ? 'on_time' : 'overdue']
    default:
      return []
  }
}
