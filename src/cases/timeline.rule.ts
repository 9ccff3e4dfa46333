import { clockSkew, fieldLines } from './late-act.rule.ts'
import type { StoryLine } from './story.contract.ts'

export interface TimelineRow {
  readonly seq: number
  readonly kind: string
  readonly occurredAt: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  readonly actor: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface TimelineText {
  readonly id: string
  readonly kind: string
  readonly body: string | null
}

type UnitName = NonNullable<StoryLine['unit']>

/** Facts of a line that a page puts into words; ids and commitments stay behind. */
const told: ReadonlySet<string> = new Set([
  'source',
  'kind',
  'arrived',
  'photos',
  'granted',
  'days',
  'reviewOn',
  'until',
  'minutes',
  'onTheSpot',
  'whole',
  'passed',
  'solved',
  'rating',
  'because',
  'door',
  'overridden',
  'onTime',
  'repliedAt',
  'closedAt',
  'targetAt',
  'role',
  'clock',
  'audience',
  'rung',
  'giver',
  'verdict',
  'way',
  'outcome',
  'tries',
  'amount',
  'nextTryAt',
  'onBehalf',
])

/** What staff may know of a case and its reporter need not, or must not. */
const inside: ReadonlySet<string> = new Set([
  'case.reporter_seen',
  'case.took_in',
  'case.reach_moved',
  'case.requested',
  'case.arbitrated',
  'case.listing_reviewed',
  'case.checked',
  'case.climbed',
  'case.acknowledged',
  'case.instructed',
  'case.instruction_answered',
  'case.instruction_withdrawn',
  'case.instruction_lapsed',
  'case.instruction_overdue',
  'case.closing_flagged',
  'case.closing_reviewed',
])

/** The kinds of text that a page prints in another place than the timeline, or never. */
const elsewhere: ReadonlySet<string> = new Set([
  'reporter_name',
  'reporter_phone',
  'photo',
  'point',
  'arrival_point',
  'address',
])

/** A story as a reader sees it: lines in words' raw material, with the texts that this reader may read. */
export function timeline(
  rows: readonly TimelineRow[],
  texts: readonly TimelineText[],
  unitName: (id: string) => UnitName | null,
  reader: 'staff' | 'reporter',
): StoryLine[] {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return rows
    .filter((row) => reader === 'staff' || !inside.has(row.kind))
    .map((row) => ({
      seq: row.seq,
      kind: row.kind,
      at: iso(row.occurredAt),
      enteredAt: saidLate(row) ? iso(row.recordedAt) : null,
      by: byOf(row),
      unit: unitOf(row, unitName),
      texts: Object.keys((row.data.commits ?? {}) as object).flatMap((id) => {
        const text = byId.get(id)
        return text?.body && !elsewhere.has(text.kind) ? [{ kind: text.kind, body: text.body }] : []
      }),
      facts: Object.fromEntries(
        Object.entries(row.data).flatMap(([key, value]) =>
          told.has(key) && (value === null || typeof value !== 'object')
            ? [[key, value as string | number | boolean | null]]
            : [],
        ),
      ),
    }))
}

const iso = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** Whether work was entered later than it was done (补报); a telephone's clock may differ by as much as is let pass. */
const saidLate = ({ kind, occurredAt, recordedAt }: TimelineRow): boolean =>
  fieldLines.has(kind) && Temporal.Instant.compare(occurredAt.add(clockSkew), recordedAt) < 0

/** The reporter's own acts; all others are told by the unit or as the office's. */
const reporterActs: ReadonlySet<string> = new Set([
  'case.added_to',
  'case.withdrawn',
  'case.rated',
  'case.reopened',
  'case.reopen_asked',
])

function byOf(row: TimelineRow): string | null {
  if (reporterActs.has(row.kind)) return 'reporter'
  if (row.kind === 'case.accepted')
    return row.data.source === 'staff' || row.data.source === 'file' ? 'office' : 'reporter'
  return typeof row.data.unitId === 'string' ? 'unit' : 'office'
}

function unitOf(row: TimelineRow, unitName: (id: string) => UnitName | null): UnitName | null {
  if (typeof row.data.unitId === 'string') return unitName(row.data.unitId)
  const units = row.data.units as readonly { unitId: string; role: string }[] | undefined
  const lead = units?.find((unit) => unit.role === 'lead')
  return lead ? unitName(lead.unitId) : null
}

/** Every unit that a story names. */
export const unitsIn = (rows: readonly TimelineRow[]): string[] => [
  ...new Set(
    rows.flatMap((row) => [
      ...(typeof row.data.unitId === 'string' ? [row.data.unitId] : []),
      ...((row.data.units as readonly { unitId: string }[] | undefined) ?? []).map((unit) => unit.unitId),
    ]),
  ),
]
