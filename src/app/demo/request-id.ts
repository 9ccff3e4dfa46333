import { createHash } from 'node:crypto'

/** The request id of one act of the plan, the same on every machine: an act is never done twice. */
export function requestIdOf(act: string): string {
  const hex = createHash('sha256').update(`demo ${act}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
