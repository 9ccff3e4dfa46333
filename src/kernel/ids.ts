import { createHash, randomInt, randomUUID } from 'node:crypto'

/**
 * A new UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits.
 * `atMs` is milliseconds since the epoch; sorted by time, so that B-trees grow at one end.
 */
export function newId(atMs: number): string {
  const time = atMs.toString(16).padStart(12, '0')
  // A UUIDv4's own random bits and variant behind the time: only its version differs.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

/** The least id of a moment: what was made from then on has no smaller one. */
export function leastIdAt(atMs: number): string {
  const time = atMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/**
 * As `newId`, but the same moment, order and seed give the same id: for rows that a rebuild must make again as they
 * were. Ids of one millisecond sort by `order` (its last 12 bits, RFC 9562 §6.2).
 */
export function idFrom(atMs: number, order: number, seed: string): string {
  const bytes = createHash('sha256').update(seed).digest()
  bytes.writeUInt16BE(order % 4096, 6)
  bytes.writeUIntBE(atMs, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** ISO 7064 MOD 11,10 check digit: finds every single wrong digit and most swapped neighbours. */
export function checkDigit(digits: string): number {
  let carry = 10
  for (const digit of digits) {
    const sum = (carry + Number(digit)) % 10
    carry = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - carry) % 10
}

/**
 * A case's number as people say it: day, seven random digits, check digit, as in `20261121-4821730-7`.
 * No counter to queue on and none to guess. `day` is the local day, YYYY-MM-DD.
 */
export function newCaseNumber(day: string): string {
  const date = day.replaceAll('-', '')
  const random = String(randomInt(10_000_000)).padStart(7, '0')
  return `${date}-${random}-${checkDigit(date + random)}`
}

/** Whether `number` has a case number's form and its check digit is right. */
export function isCaseNumber(number: string): boolean {
  const match = /^(\d{8})-(\d{7})-(\d)$/.exec(number)
  return match !== null && checkDigit(match[1]! + match[2]!) === Number(match[3])
}
