import pg from 'pg'

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** An element of an array literal: quoted, so that commas, braces and the word null are only themselves. */
function element(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  const text = Buffer.isBuffer(value) ? hex(value) : String(value)
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/**
 * A value as an SQL literal, for statements that travel together in one message, which bound parameters do not allow.
 * Everything that can hold a person's words goes through the driver's own escaping.
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Buffer.isBuffer(value)) return `'${hex(value)}'`
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map(element).join(',')}}`)
  return pg.escapeLiteral(String(value))
}
