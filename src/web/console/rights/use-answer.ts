import type { AnsweredRight, AnswerRight, RightRow } from '../../../people/rights/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'

/** Characters of an answer, as the contract has it. */
export const ANSWER_MOST = 1000

export interface AnswerProps {
  readonly right: RightRow
  onAnswered(): void
}

/** Without the id of the sending, which is given where it is sent. */
type Answer = AnswerRight extends infer One
  ? One extends AnswerRight
    ? Omit<One, 'requestId'>
    : never
  : never

/** Sends an answer; `done` is said once it is there. */
export function useAnswer({ right, onAnswered }: AnswerProps, done: string) {
  const say = useSay()
  return useAct<AnsweredRight, Answer>(`/api/rights/${right.id}/answer`, {
    onDone: () => {
      say(done)
      onAnswered()
    },
  })
}
