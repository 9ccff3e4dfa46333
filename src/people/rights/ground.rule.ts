import { Refusal } from '../../kernel/refusal.ts'
import type { RightGround, RightKind } from './contract.ts'

/**
 * On which grounds a request may be refused, by what is asked: only an erasure can meet a duty to keep (个人信息保护法
 * 2021-11-01, Article 47, with Article 13, third and fourth), and only a correction can find that all is right as it is
 * held (Article 46). That it is not about the asker (Article 44) or not clear (Article 50) may be so of each.
 */
export const groundsOf: Readonly<Record<RightKind, readonly RightGround[]>> = {
  correct: ['right_as_held', 'not_own', 'unclear'],
  copy: ['not_own', 'unclear'],
  erase: ['law_keeps', 'duty', 'emergency', 'not_own', 'unclear'],
}

/** Refuses `input_invalid` of a ground that the law does not give for this kind of request. */
export function mustBeGround(kind: RightKind, ground: RightGround): void {
  if (!groundsOf[kind].includes(ground)) throw new Refusal('input_invalid', { field: 'ground' })
}
