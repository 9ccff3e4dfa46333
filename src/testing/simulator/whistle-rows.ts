import { isoOf } from './second-opinion/account.ts'
import type { ToldCall, ToldWhistle } from './second-opinion/whistle.ts'

export interface WhistleRows {
  readonly id: string
  readonly says: object
}

const moment = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Columns of a call that hold a moment, with what the second opinion calls it. */
const moments = {
  signDue: 'sign_due_at',
  contactDue: 'contact_due_at',
  reportDue: 'report_due_at',
  signed: 'signed_at',
  contacted: 'contacted_at',
  elsewhere: 'elsewhere_at',
  arrived: 'arrived_at',
  confirmed: 'confirmed_at',
  acted: 'acted_at',
  refused: 'refused_at',
  absent: 'absent_at',
  released: 'released_at',
  rated: 'rated_at',
} as const satisfies Partial<Record<keyof ToldCall, string>>
const named = Object.entries(moments).map(([name, column]) => `'${name}', ${moment(`c.${column}`)}`)

/** Rows of whistles with their calls, as the second opinion says them. */
export const whistleRowsSql = `select w.id, jsonb_build_object('stage', w.stage, 'review', w.review, 'warranted', w.warranted,
    'seq', w.seq, 'sounded', ${moment('w.sounded_at')}, 'ended', ${moment('w.ended_at')},
    'calls', (select jsonb_object_agg(c.id, jsonb_build_object('unitId', c.unit_id, 'how', c.how, 'stage', c.stage,
      'marks', c.promptness || ' ' || c.result || ' ' || c.attitude, ${named.join(', ')}))
      from whistle_calls c where c.whistle_id = w.id)) as says
  from whistles w where w.id = any($1::uuid[])`

const isoIf = (minute: number | null): string | null => (minute === null ? null : isoOf(minute))

/** What a whistle's row and those of its calls must say. */
export const whistleRowOf = (told: ToldWhistle) => ({
  stage: told.stage,
  review: told.review,
  warranted: told.warranted,
  seq: told.seq,
  sounded: isoIf(told.sounded),
  ended: isoIf(told.ended),
  calls: Object.fromEntries([...told.calls].map(([id, call]) => [id, callRowOf(call)])),
})

const callRowOf = (call: ToldCall) => ({
  unitId: call.unitId,
  how: call.how,
  stage: call.stage,
  marks: call.marks && [call.marks.promptness, call.marks.result, call.marks.attitude].join(' '),
  ...Object.fromEntries(
    (Object.keys(moments) as (keyof typeof moments)[]).map((name) => [name, isoIf(call[name])]),
  ),
})
