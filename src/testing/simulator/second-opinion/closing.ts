import { hoursAfter } from './deadline.ts'
import type { Minutes } from './minutes.ts'
import { handsOf, type Line } from './story.ts'

/** What no hollow closing leaves to be done: marks that nobody has looked at, and what a reporter asks for once more. */
export interface Closing {
  readonly marks: readonly string[]
  readonly asks: string | null
  /** Tries to ask the reporter about this result. */
  readonly tries: number
  /** Said of this result, or preferred to say nothing. */
  readonly isOver: boolean
  readonly nextTry: number | null
  /** What must not be in a story. Empty of a sound one. */
  readonly faults: readonly string[]
}

/** A reporter is tried three times at most, five working hours apart. */
const mostTries = 3
const hoursApart = 5

/** Tells the closings of a story from its beginning. */
export function tellClosing(lines: readonly Line[], minutes: Minutes): Closing {
  const marks = new Set<string>()
  const faults: string[] = []
  let asks: string | null = null
  let [tries, isOver, byRight] = [0, false, false]
  let nextTry: number | null = null
  for (const [at, line] of lines.entries()) {
    const { kind, data, seq, occurred } = line
    const fault = (what: string) => void faults.push(`${what} at line ${seq}`)
    const next = lines[at + 1]
    switch (kind) {
      case 'case.closing_flagged':
        marks.add(data.flagId as string)
        break
      case 'case.closing_reviewed':
        if (!marks.delete(data.flagId as string)) fault('a mark is looked at that does not stand')
        break
      case 'case.replied':
        ;[tries, isOver, nextTry] = [0, false, null]
        break
      case 'case.called_back': {
        const answered = data.outcome === 'answered'
        if (!answered && (isOver || tries >= mostTries))
          fault('somebody is pressed who said it or was tried enough')
        if (data.outcome === 'not_reached' && nextTry !== null && occurred < nextTry)
          fault('a try comes too early')
        tries += 1
        if (data.tries !== tries) fault(`try ${String(data.tries)} should be ${tries}`)
        isOver ||= data.outcome !== 'not_reached'
        const again = data.outcome === 'not_reached' && tries < mostTries
        nextTry = again ? hoursAfter(occurred, hoursApart, 'working_hour', minutes) : null
        const said = data.nextTryAt === null ? null : minuteOf(data.nextTryAt as string)
        if (said !== nextTry) fault(`the next try at ${String(said)} should be at ${String(nextTry)}`)
        if (answered && next?.kind !== 'case.rated') fault('what was answered is not written down')
        break
      }
      case 'case.rated': {
        const isGood = data.solved === true && (data.rating as number) >= 3
        const wanted = isGood ? undefined : byRight ? 'case.reopen_asked' : 'case.reopened'
        if (wanted && next?.kind !== wanted) fault(`${String(next?.kind)} follows and should be ${wanted}`)
        if (asks !== null) fault('somebody rates who asks already')
        break
      }
      case 'case.reopen_asked':
        asks = data.askId as string
        break
      case 'case.reopen_decided':
        if (asks !== data.askId) fault('nobody had asked for what was decided')
        asks = null
        break
      case 'case.reopened':
        if (data.because !== 'found_hollow') byRight = true
        if (asks !== null) fault('it is opened again and somebody still asks for it')
        if (handsOf(data).some(({ unitId }) => unitId === null)) fault('nobody is handed it')
        break
      case 'case.closed':
        if (asks !== null) fault('it is closed while its reporter waits')
        break
    }
  }
  return { marks: [...marks], asks, tries, isOver, nextTry, faults }
}

const minuteOf = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds / 60_000
