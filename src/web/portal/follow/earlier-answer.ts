import type { FollowedCase } from '../../../cases/story.contract.ts'

const answers: ReadonlySet<string> = new Set(['case.replied', 'case.answered_with', 'case.declined'])

/** Whether the answer that stands was given before the case was opened again: it is no answer to what is open now. */
export function isEarlierAnswer(timeline: FollowedCase['timeline']): boolean {
  const lastOf = (is: (kind: string) => boolean): number =>
    timeline.reduce((last, { kind }, index) => (is(kind) ? index : last), -1)
  return lastOf((kind) => kind === 'case.reopened') > lastOf((kind) => answers.has(kind))
}
