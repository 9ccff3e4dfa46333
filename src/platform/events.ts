import type { z } from 'zod'
import type { LineData } from './journal-line.rule.ts'

/** The closed shape of each kind of line that a room writes: `defineEvents({'case.accepted': z.strictObject(…)})`. */
export type EventShapes = Readonly<Record<string, z.ZodType<LineData>>>

/** One line to be written when the transaction commits. */
export interface NewLine {
  readonly chain: string
  readonly kind: string
  readonly subject: string
  readonly seq?: number
  readonly occurredAt?: Temporal.Instant
  readonly data: LineData
}

/**
 * Makes a room's typed writer of lines. The data is checked against the kind's closed schema,
 * so that a stray field (a name, a telephone) is a bug found at once and never enters the journal.
 */
export function lineWriter<Shapes extends EventShapes>(shapes: Shapes) {
  return <Kind extends keyof Shapes & string>(
    kind: Kind,
    line: Omit<NewLine, 'kind' | 'data'> & { readonly data: z.input<Shapes[Kind]> },
  ): NewLine => ({ ...line, kind, data: shapes[kind]!.parse(line.data) })
}
