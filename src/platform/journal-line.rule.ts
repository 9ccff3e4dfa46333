import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What a journal line may carry: ids, codes, numbers, moments. Never words of a person. */
export type LineData = Readonly<Record<string, LineValue>>
export type LineValue =
  | string
  | number
  | boolean
  | null
  | readonly LineValue[]
  | { readonly [key: string]: LineValue }

/** A line as it is hashed. Moments are ISO 8601 in UTC to the millisecond. */
export interface Line {
  readonly chain: string
  readonly n: number
  readonly prevHash: Buffer
  readonly recordedAt: string
  readonly occurredAt: string
  /** `account:<id>`, `anonymous` or `system`. */
  readonly actor: string
  readonly kind: string
  readonly subject: string
  /** Place in the case's own story; null outside a case. */
  readonly seq: number | null
  readonly data: LineData
}

/** What stands before a chain's first line. */
export const genesis = Buffer.alloc(32)

/**
 * SHA-256 over the line and the hash before it, in canonical JSON (RFC 8785). The database computes the same when it
 * appends a line (`journal.ts`): the bytes are the line's own, `n` and the hash before it being all that the head says.
 */
export function hashLine(line: Line): Buffer {
  const text = `["${line.chain}",${line.n},"${line.prevHash.toString('hex')}",${restOfLine(line)}`
  return createHash('sha256').update(text).digest()
}

/** What the hash covers behind chain, `n` and the hash before: the rest of the canonical array, its bracket closed. */
export const restOfLine = (line: Omit<Line, 'chain' | 'n' | 'prevHash'>): string =>
  canonicalize([
    line.recordedAt,
    line.occurredAt,
    line.actor,
    line.kind,
    line.subject,
    line.seq,
    line.data,
  ])!.slice(1)

/**
 * A commitment to words that the journal must not hold: HMAC-SHA256 keyed with a random salt.
 * With the salt erased the words cannot be guessed from it, and the chain still verifies.
 */
export const commitment = (salt: Buffer, body: string): string =>
  createHmac('sha256', salt).update(body, 'utf8').digest('hex')

/** The key of a chain's advisory lock: a signed 64-bit number from schema and chain. */
export const lockKey = (schema: string, chain: string): bigint =>
  createHash('sha256').update(`${schema}/${chain}`).digest().readBigInt64BE(0)
