import { newRequestId } from './identity.ts'

/** A new UUIDv7: of what is made on the phone and named by other work before it was sent. */
export function newTimedId(atMs: number): string {
  const time = atMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${newRequestId().slice(15)}`
}
