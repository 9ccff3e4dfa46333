import { cleanLine, cleanText } from '../../kernel/sheet/clean-text.ts'
import type { ColumnSpec, Header } from '../../kernel/sheet/header.ts'
import type { SheetRow } from '../../kernel/sheet/row.ts'
import type { Point } from '../contract.ts'
import type { MomentBounds, OpenRow, RowOutcome } from './row-reader.rule.ts'
import { numberReader, readMoment, rowReader } from './row-reader.rule.ts'

export type RequestColumn =
  | 'number'
  | 'opened'
  | 'target'
  | 'closed'
  | 'label'
  | 'status'
  | 'closureReason'
  | 'title'
  | 'type'
  | 'department'
  | 'neighbourhood'
  | 'lat'
  | 'lon'

/** The columns of Boston's 311 requests as that city publishes them; the aliases are those of its newer files. */
export const requestColumns: readonly ColumnSpec<RequestColumn>[] = [
  { key: 'number', name: 'CASE_ENQUIRY_ID', required: true },
  { key: 'opened', name: 'OPEN_DT', required: true },
  { key: 'target', name: 'TARGET_DT', aliases: ['SLA_TARGET_DT'], required: true },
  { key: 'closed', name: 'CLOSED_DT', required: true },
  { key: 'label', name: 'OnTime_Status', aliases: ['on_time'], required: false },
  { key: 'status', name: 'CASE_STATUS', required: false },
  { key: 'closureReason', name: 'CLOSURE_REASON', required: false },
  { key: 'title', name: 'CASE_TITLE', required: false },
  { key: 'type', name: 'TYPE', required: true },
  { key: 'department', name: 'Department', required: false },
  { key: 'neighbourhood', name: 'neighborhood', required: false },
  { key: 'lat', name: 'LATITUDE', required: false },
  { key: 'lon', name: 'LONGITUDE', required: false },
]

export const requestLimits = { closureReason: 10_000, line: 300 } as const

/** One service request of another city's system, with the times that this system set and kept. Empty text is null. */
export interface ImportedRequest {
  readonly rowNumber: number
  readonly sourceNumber: string
  readonly openedAt: Temporal.Instant
  readonly targetAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
  /** What the city itself says about the target. */
  readonly cityLabel: 'ONTIME' | 'OVERDUE' | null
  readonly title: string | null
  readonly type: string
  readonly department: string | null
  readonly neighbourhood: string | null
  /** WGS-84. */
  readonly point: Point | null
  readonly status: string | null
  readonly closureReason: string | null
}

/** Whether the request was closed by its target, the target's second included; null where either is missing. */
export function onTime({
  closedAt,
  targetAt,
}: Pick<ImportedRequest, 'closedAt' | 'targetAt'>): boolean | null {
  if (!closedAt || !targetAt) return null
  return Temporal.Instant.compare(closedAt, targetAt) <= 0
}

/** A function that reads the rows below `header` in their order and remembers the numbers that it met. */
export function requestReader(
  header: Header<RequestColumn>,
  context: Pick<MomentBounds, 'now' | 'timeZone'>,
): (row: SheetRow) => RowOutcome<ImportedRequest> {
  const bounds: MomentBounds = { ...context, form: { order: 'month_first' } }
  const readNumber = numberReader<RequestColumn>('number')
  return rowReader(header, (row) => {
    const sourceNumber = readNumber(row)
    const openedAt = readOpened(row, bounds)
    // A target is a promise and may lie ahead; what was done cannot.
    const targetAt = readTime(row, 'target', bounds, false)
    const closedAt = readTime(row, 'closed', bounds, true)
    const cityLabel = readLabel(row)
    const title = readLine(row, 'title')
    const type = readLine(row, 'type')
    const department = readLine(row, 'department')
    const neighbourhood = readLine(row, 'neighbourhood')
    const status = readLine(row, 'status')
    const closureReason = readClosure(row)
    const point = readPoint(row)
    if (type === null && !row.spoilt('type')) row.fault('type', 'missing_text')
    if (!openedAt || type === null || row.faults.length > 0) return null
    return {
      rowNumber: row.rowNumber,
      sourceNumber,
      openedAt,
      targetAt,
      closedAt,
      cityLabel,
      title,
      type,
      department,
      neighbourhood,
      point,
      status,
      closureReason,
    }
  })
}

function readOpened(row: OpenRow<RequestColumn>, bounds: MomentBounds): Temporal.Instant | null {
  if (!row.spoilt('opened') && cleanLine(row.text('opened')) === '') row.fault('opened', 'missing_time')
  return readTime(row, 'opened', bounds, true)
}

function readTime(
  row: OpenRow<RequestColumn>,
  key: 'opened' | 'target' | 'closed',
  bounds: MomentBounds,
  past: boolean,
): Temporal.Instant | null {
  if (cleanLine(row.text(key)) === '') return null
  const reasons = { unreadable: 'time_unreadable', impossible: 'impossible_date' } as const
  return readMoment(row, key, bounds, past ? { ...reasons, future: 'future_time' } : reasons)?.at ?? null
}

function readLabel(row: OpenRow<RequestColumn>): ImportedRequest['cityLabel'] {
  const label = cleanLine(row.text('label')).toUpperCase()
  if (label === 'ONTIME' || label === 'OVERDUE') return label
  if (label !== '') row.fault('label', 'label_unknown')
  return null
}

function readLine(
  row: OpenRow<RequestColumn>,
  key: 'title' | 'type' | 'department' | 'neighbourhood' | 'status',
): string | null {
  const line = cleanLine(row.text(key))
  if (line.length > requestLimits.line) row.fault(key, 'text_too_long', { limit: requestLimits.line })
  return line === '' ? null : line
}

function readClosure(row: OpenRow<RequestColumn>): string | null {
  const words = cleanText(row.text('closureReason'))
  const limit = requestLimits.closureReason
  if (words.length > limit) row.fault('closureReason', 'text_too_long', { limit })
  return words === '' ? null : words
}

/** A point needs both degrees; noughts stand for "not known" in such files. */
function readPoint(row: OpenRow<RequestColumn>): Point | null {
  const lat = cleanLine(row.text('lat'))
  const lon = cleanLine(row.text('lon'))
  if (lat === '' && lon === '') return null
  const point = { lon: degrees(lon, 180), lat: degrees(lat, 90) }
  // A file may have one of the two columns alone.
  if (Number.isNaN(point.lat)) row.fault(row.has('lat') ? 'lat' : 'lon', 'point_unreadable')
  if (Number.isNaN(point.lon)) row.fault(row.has('lon') ? 'lon' : 'lat', 'point_unreadable')
  return point.lat === 0 && point.lon === 0 ? null : point
}

function degrees(text: string, bound: number): number {
  const value = /^[+-]?\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Math.abs(value) <= bound ? value : Number.NaN
}
