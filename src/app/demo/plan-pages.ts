import type { Random } from '../../kernel/random.ts'
import type { DemoArea } from './district.ts'
import {
  announcements,
  type DemoAnnouncement,
  type DemoQuestion,
  declined,
  demoMark,
  hours,
  questions,
  waiting,
} from './page-words.ts'

interface At {
  /** Days before the day on which the demonstration is loaded. */
  readonly daysAgo: number
  /** Minutes after nine. */
  readonly minute: number
}

/** What stands on one community's page: announced, asked and answered. */
export interface PlannedPage {
  readonly communityCode: string
  readonly announcements: readonly (DemoAnnouncement & At)[]
  readonly questions: readonly (DemoQuestion & At)[]
}

/** The community that the demonstration is shown with has all of it. */
const shownCode = '990104006001'

/** A page for each community: office hours, a few announcements, a few questions. */
export function planPages(areas: readonly DemoArea[], random: Random): PlannedPage[] {
  return areas
    .filter(({ kind }) => kind === 'community')
    .map(({ code }) => {
      const isShown = code === shownCode
      const told = isShown ? announcements : random.shuffled(announcements).slice(0, 1 + random.below(2))
      const asked = isShown ? [...questions, declined] : random.shuffled(questions).slice(0, random.below(3))
      const at = (daysAgo: number): At => ({ daysAgo, minute: random.below(400) })
      return {
        communityCode: code,
        announcements: [hours, ...told].map((one, order) => ({
          ...one,
          body: `${one.body}${demoMark}`,
          // What is over after some days is recent, so that it still stands.
          ...at(order === 0 ? 60 : one.days === undefined ? 4 + random.below(40) : 1 + random.below(5)),
        })),
        questions: [
          ...asked.map((one) => ({
            ...one,
            ...(one.answer === undefined ? {} : { answer: `${one.answer}${demoMark}` }),
            // Long enough ago to have been answered on a working day.
            ...at(5 + random.below(45)),
          })),
          ...(isShown ? waiting.map((one) => ({ ...one, ...at(1) })) : []),
        ],
      }
    })
}
