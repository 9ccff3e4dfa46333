import { createHmac, timingSafeEqual } from 'node:crypto'

export const deviceCookie = 'linli.device'
/** Browsers keep a cookie for 400 days at most (RFC 6265bis §5.5). */
export const deviceCookieDays = 400
/** People of whom one device is known: an office computer is shared. */
const mostPeople = 8
const markLength = 27

/** A device on which people have signed in before, as its cookie says: an id, and a mark for each of them. */
export interface KnownDevice {
  readonly id: string
  readonly marks: readonly string[]
}

/** What the cookie holds, or null where it is none. Only a mark that `knows` finds right means anything. */
export function readDeviceCookie(value: string | undefined): KnownDevice | null {
  if (value === undefined || value.length > 400 || !/^[\w-]{22}(\.[\w-]{27}){1,8}$/.test(value)) return null
  const [id, ...marks] = value.split('.')
  return { id: id!, marks }
}

/** Whether this name has signed in on the device before. */
export function knows(device: KnownDevice | null, name: string, secret: Buffer): boolean {
  if (device === null) return false
  const right = Buffer.from(markOf(device.id, name, secret))
  return device.marks.filter((mark) => timingSafeEqual(Buffer.from(mark), right)).length > 0
}

/** The cookie after this name has signed in: the latest people stand first. */
export function deviceCookieWith(
  device: KnownDevice | null,
  name: string,
  secret: Buffer,
  newId: string,
): string {
  const id = device?.id ?? newId
  const mark = markOf(id, name, secret)
  const others = (device?.marks ?? []).filter((one) => one !== mark)
  return [id, mark, ...others.slice(0, mostPeople - 1)].join('.')
}

const markOf = (id: string, name: string, secret: Buffer): string =>
  createHmac('sha256', secret).update(`${id} ${name.toLowerCase()}`).digest('base64url').slice(0, markLength)
