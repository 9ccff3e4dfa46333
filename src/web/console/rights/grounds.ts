import type { RightGround, RightKind } from '../../../people/rights/contract.ts'

/**
 * On which grounds a request may be refused, by what is asked: only an erasure can meet a duty to keep (个人信息保护法
 * 2021-11-01, Article 47), and only a correction can find that all is right (Article 46).
 */
export const groundsOf: Readonly<Record<RightKind, readonly RightGround[]>> = {
  correct: ['right_as_held', 'not_own', 'unclear'],
  copy: ['not_own', 'unclear'],
  erase: ['law_keeps', 'duty', 'emergency', 'not_own', 'unclear'],
}
