import { z } from 'zod'
import { emergencyLineKeys } from '../matters/doors.contract.ts'
import { PlaceName } from './story.contract.ts'

/** An emergency that nobody has taken yet: where, in what words, and what the person was told to call. */
export const OpenAlert = z.object({
  id: z.uuid(),
  place: PlaceName,
  /** Null once erased. */
  words: z.string().nullable(),
  lines: z.array(z.enum(emergencyLineKeys)),
  raisedAt: z.iso.datetime(),
})
export type OpenAlert = z.infer<typeof OpenAlert>

/** Newest first. */
export const OpenAlerts = z.object({ alerts: z.array(OpenAlert) })
export type OpenAlerts = z.infer<typeof OpenAlerts>
