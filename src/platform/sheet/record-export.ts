import { z } from 'zod'
import { newId } from '../../kernel/ids.ts'
import type { Ctx } from '../ctx.ts'
import { lineWriter } from '../events.ts'

const exportLine = lineWriter({
  /** A list went out as a file. The actor says who took it. Subject: the taking out itself. */
  'list.exported': z.strictObject({
    list: z.string().regex(/^[a-z][a-z-]*$/),
    /** How many filters narrowed it. What they were set to may be somebody's name, and stays out. */
    filters: z.number().int(),
    rows: z.number().int(),
  }),
})

/** A list that went out, for the record. */
export interface Exported {
  /** The chain of the journal on which it is recorded. */
  readonly chain: string
  readonly list: string
  readonly filters: number
  readonly rows: number
}

/** Writes on the record that somebody took a list out. Before the file is sent: no record, no file. */
export const recordExport = (ctx: Ctx, { chain, ...data }: Exported): Promise<void> =>
  ctx.transaction(async (tx) =>
    tx.record(
      exportLine('list.exported', { chain, subject: newId(ctx.clock.now().epochMilliseconds), data }),
    ),
  )
