import { Refusal } from '../../kernel/refusal.ts'

/** The zone's name (IANA), if this machine knows it. Refuses `input_invalid` of the field `timeZone`. */
export function knownTimeZone(name: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('input_invalid', { field: 'timeZone', rule: 'zone' })
    throw error
  }
}
