/**
 * How far back work may say that it was done: work without signal is sent when there is signal again. In hours.
 * Source: own; two nights and a day between, after which a phone has met a network.
 */
export const lateHours = 72

/**
 * The moment that counts for what a phone says was done then (ISO): never ahead of `now`, at most `lateHours` back; now where
 * it says nothing.
 */
export function boundedMoment(saidAt: string | undefined, now: Temporal.Instant): Temporal.Instant {
  if (saidAt === undefined) return now
  const said = Temporal.Instant.from(saidAt)
  if (Temporal.Instant.compare(now, said) < 0) return now
  const earliest = now.subtract({ hours: lateHours })
  return Temporal.Instant.compare(said, earliest) < 0 ? earliest : said
}
