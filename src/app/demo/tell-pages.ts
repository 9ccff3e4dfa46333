import { createHash } from 'node:crypto'
import type { WorkCalendar } from '../../kernel/calendar.ts'
import { calendarOf } from '../../matters/door.ts'
import { answerQuestion, askQuestion, declineQuestion, publishAnnouncement } from '../../neighbours/door.ts'
import { actingAs, actingAsClient } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Company } from './cast.ts'
import type { PlannedPage } from './plan-pages.ts'
import { requestIdOf } from './request-id.ts'

/** An answer comes after so many working minutes. */
const answeredAfterMinutes = 260

/** Fills the communities' pages through the program's own use cases, by the desks and by nobody in particular. */
export async function tellPages(
  company: Company,
  pages: readonly PlannedPage[],
  now: Temporal.Instant,
): Promise<void> {
  const { district, log, places, byUnitCode } = company
  const calendar = await calendarOf({ district })
  const stage = (at: Temporal.Instant) => ({ district, log, clock: { now: () => at } })
  for (const page of pages) {
    const { communityCode } = page
    const areaId = places.get(communityCode)!.id
    const desk = (at: Temporal.Instant) => actingAs(stage(at), byUnitCode.get(`${communityCode}-community`)!)
    for (const [n, { title, body, pinned = false, days, ...when }] of page.announcements.entries()) {
      const at = momentOf(when, calendar, now, district.timeZone)
      const shownUntil = days === undefined ? null : dayOf(at.add({ hours: 24 * days }), district.timeZone)
      const requestId = requestIdOf(`page ${communityCode} told ${n}`)
      await publishAnnouncement(desk(at), { requestId, areaId, title, body, pinned, shownUntil })
    }
    for (const [n, { words, shown, answer, declined, ...when }] of page.questions.entries()) {
      // Residents ask at any hour.
      const at = earlier(hourOf(when, now, district.timeZone), now)
      const clientHash = createHash('sha256').update(`demo asker ${communityCode} ${n}`).digest('hex')
      const asked = {
        requestId: requestIdOf(`page ${communityCode} asked ${n}`),
        areaId,
        words,
        doorSeen: false,
      }
      const { questionId } = await askQuestion(actingAsClient(stage(at), clientHash), asked)
      const later = earlier(calendar.addWorkingMinutes(at, answeredAfterMinutes).at, now)
      const requestId = requestIdOf(`page ${communityCode} answered ${n}`)
      if (answer !== undefined)
        await answerQuestion(desk(later), questionId, { requestId, answer, publicQuestion: shown ?? null })
      if (declined) await declineQuestion(desk(later), questionId, { requestId, ...declined })
    }
  }
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b

interface Hour {
  readonly daysAgo: number
  readonly minute: number
}

const hourOf = ({ daysAgo, minute }: Hour, now: Temporal.Instant, timeZone: string): Temporal.Instant =>
  now
    .toZonedDateTimeISO(timeZone)
    .subtract({ days: daysAgo })
    .startOfDay()
    .add({ hours: 9, minutes: minute })
    .toInstant()

/** In office hours, and never after now. */
const momentOf = (
  when: Hour,
  calendar: WorkCalendar,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant => earlier(calendar.openFrom(hourOf(when, now, timeZone)), now)
