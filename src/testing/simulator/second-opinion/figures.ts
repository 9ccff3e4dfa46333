import { minuteOf } from './clocks-of-case.ts'
import type { Minutes } from './minutes.ts'
import type { Line } from './story.ts'

/** One number of a day: of an area, a matter and a measure. */
export interface Figure {
  readonly area: string
  readonly day: string
  readonly matter: string
  readonly measure: string
  readonly value: number
}

/** Counts every story anew, line by line. A case counts where it was accepted. */
export function figuresOf(
  stories: ReadonlyMap<string, readonly Line[]>,
  chains: ReadonlyMap<string, string>,
  minutes: Minutes,
): Figure[] {
  const counted = new Map<string, Figure>()
  for (const [caseId, lines] of stories) {
    const area = chains.get(caseId)!
    for (const line of lines) {
      const day = minutes.nameOf(minutes.dayOf(line.occurred))
      const matter = (line.data.matter ?? '') as string
      for (const measure of measuresOf(line)) {
        const key = `${area} ${day} ${matter} ${measure}`
        const value = 1 + (counted.get(key)?.value ?? 0)
        counted.set(key, { area, day, matter, measure, value })
      }
    }
  }
  return [...counted.values()]
}

function measuresOf({ kind, data, occurred }: Line): string[] {
  switch (kind) {
    case 'case.accepted':
      return ['accepted']
    case 'case.replied':
      return ['replied']
    case 'case.reopened':
      return ['reopened']
    case 'case.closed':
      return ['closed']
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
