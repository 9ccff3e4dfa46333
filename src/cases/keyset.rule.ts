import { Refusal } from '../kernel/refusal.ts'

/** A place in a list that is paged by key: the sort value and id of the last row that was shown. */
export interface Key {
  readonly value: string
  readonly id: string
}

/** A key as an address carries it. */
export const writeKey = ({ value, id }: Key): string => Buffer.from(`${value}|${id}`).toString('base64url')

/** The key in an address; refused when it is none of ours. */
export function readKey(text: string): Key {
  const [value, id] = Buffer.from(text, 'base64url').toString('utf8').split('|')
  const known = value && id && /^[0-9a-f-]{36}$/.test(id) && /^[0-9TZ:.+-]{10,40}$/.test(value)
  if (!known) throw new Refusal('input_invalid', { field: 'after', rule: 'key' })
  return { value, id }
}
