import { checkDigit } from '../../../kernel/ids.ts'
import type { Random } from '../../../kernel/random.ts'
import { ownWords } from './found-by.ts'
import type { Community } from './places.ts'
import type { Hole, Piece, Template } from './templates.ts'

const dayMs = 86_400_000
const days = new Map<number, string>()

/** YYYY-MM-DD in UTC; the days of eight years are few. */
function dayAt(ms: number): string {
  const day = Math.floor(ms / dayMs)
  const known = days.get(day)
  if (known !== undefined) return known
  const text = Temporal.Instant.fromEpochMilliseconds(day * dayMs)
    .toString()
    .slice(0, 10)
  days.set(day, text)
  return text
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

function momentAt(ms: number): string {
  const inDay = ms - Math.floor(ms / dayMs) * dayMs
  const seconds = Math.floor(inDay / 1000)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${dayAt(ms)}T${clock}.${String(inDay % 1000).padStart(3, '0')}Z`
}

/** One case that is to be: whose shape it has, when and where it happened. */
export interface Planned {
  readonly template: Template
  readonly community: Community
  readonly path: readonly string[]
  readonly shiftMs: number
  readonly acceptedMs: number
}

/** What runs on from case to case: each chain's last line, and how many numbers a day has. */
export interface Running {
  readonly heads: Map<string, number>
  readonly numbers: Map<string, number>
  readonly taken: ReadonlySet<string>
  /** How many residents report; each reports a few times. */
  readonly residents: number
}

/** A number that no case has: the day's, counted in jumps through all seven digits. */
function numberOn(ms: number, { numbers, taken }: Running): string {
  const date = dayAt(ms + 8 * 3_600_000).replaceAll('-', '')
  for (;;) {
    const at = (numbers.get(date) ?? 0) + 1
    numbers.set(date, at)
    const digits = String((at * 7_654_321) % 10_000_000).padStart(7, '0')
    const number = `${date}-${digits}-${checkDigit(date + digits)}`
    if (!taken.has(number)) return number
  }
}

const hex = (random: Random, bytes: number): string => {
  let text = ''
  for (let at = 0; at < bytes; at += 4)
    text += random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return text
}

/** A row with its holes filled, in COPY's text format. */
export function written(pieces: readonly Piece[], fill: (hole: Hole) => string): string {
  let text = ''
  for (const piece of pieces) text += typeof piece === 'string' ? piece : fill(piece)
  return text
}

/** What a case's holes are filled with: the same in all its rows. */
export function filler(
  { template, community, path, shiftMs, acceptedMs }: Planned,
  running: Running,
  random: Random,
): (hole: Hole) => string {
  const number = numberOn(acceptedMs, running)
  const receipt = hex(random, 32)
  const own = random.below(2 ** 32) * 65_536
  const where = `${community.nameZh}${1 + random.below(80)}栋，`
  const person = random.below(running.residents).toString(16).padStart(12, '0')
  const units: string[] = []
  for (const id of template.unitIds) {
    const here = community.unitFor(id)
    units.push(units.includes(here) ? id : here)
  }
  const chain = path[2]!
  return (hole) => {
    switch (hole.kind) {
      case 'time':
        return momentAt(hole.ms + shiftMs)
      case 'day':
        return dayAt(hole.ms + shiftMs)
      case 'month':
        return dayAt(hole.ms + shiftMs).slice(0, 7)
      case 'own': {
        const time = (hole.ms + shiftMs).toString(16).padStart(12, '0')
        const tail = (hole.tail + own) % 2 ** 48
        return `${time.slice(0, 8)}-${time.slice(8)}${hole.middle}${tail.toString(16).padStart(12, '0')}`
      }
      case 'unit':
        return units[hole.at]!
      case 'place':
        return path[hole.at]!
      case 'number':
        return number
      case 'receipt':
        return receipt
      case 'resident':
        return `0192f000-0000-7000-8000-${person}`
      case 'where':
        return where
      case 'words': {
        const unitIds = hole.unitsAt.map((at) => units[at]!)
        const { places, units: own } = hole.seenAt
        const seenBy = [...places.map((at) => path[at]!), ...own.map((at) => units[at]!)]
        return ownWords({ number, where, path, unitIds, seenBy, madeAtMs: acceptedMs })
      }
      case 'n': {
        const n = running.heads.get(chain)! + 1
        running.heads.set(chain, n)
        return String(n)
      }
    }
  }
}

/** What a case counts, a row for each thing, as `city_counted` has them. */
export function* countedRows(
  { template: { counts }, path, shiftMs }: Planned,
  caseId: string,
): Generator<string> {
  const areas = `{${path.slice(0, counts.depth).join(',')}}`
  for (const { seq, measure, ms } of counts.counted)
    yield [caseId, seq, measure, momentAt(ms + shiftMs), counts.matter, areas].join('\t')
}
