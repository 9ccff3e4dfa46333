import { Refusal } from './refusal.ts'

/** A place in a list that is paged by key: the sort value and id of the last row that was shown. */
export interface Key {
  readonly value: string
  readonly id: string
  /** In a list of two groups: whether the row stood in the second one. */
  readonly second?: boolean
  /** Whether it stood among what an emergency puts above the rest, in either group. */
  readonly first?: boolean
  /** Ids of the emergencies by which the list was begun: it is read to its end by these, whatever comes or ends meanwhile. */
  readonly by?: readonly string[]
}

const groups = ['', '2', '1', '12'] as const

/** A key as an address carries it. */
export const writeKey = ({ value, id, second, first, by = [] }: Key): string => {
  const group = `${first ? '1' : ''}${second ? '2' : ''}`
  const rest = by.length > 0 ? [group, by.join(',')] : group ? [group] : []
  return Buffer.from([value, id, ...rest].join('|')).toString('base64url')
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const years = { first: 1970, last: 9999 }

/** The key in an address; refused when it is none of ours. */
export function readKey(text: string): Key {
  const [value, id, group, named, ...more] = Buffer.from(text, 'base64url').toString('utf8').split('|')
  const by = named?.split(',') ?? []
  const known =
    group === undefined || ((group !== '' || by.length > 0) && (groups as readonly string[]).includes(group))
  if (!value || !id || !known || more.length > 0 || ![id, ...by].every((one) => uuid.test(one)))
    throw unreadable()
  if (!isMoment(value)) throw unreadable()
  return { value, id, second: group?.includes('2') ?? false, first: group?.includes('1') ?? false, by }
}

const unreadable = (): Refusal => new Refusal('input_invalid', { field: 'after', rule: 'key' })

function isMoment(text: string): boolean {
  if (!/^[0-9TZ:.+-]{10,40}$/.test(text)) return false
  try {
    const { year } = Temporal.Instant.from(text).toZonedDateTimeISO('UTC')
    return year >= years.first && year <= years.last
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
