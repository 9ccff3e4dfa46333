import type { RefusalFacts } from '../../kernel/refusal.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import { sayRefusal } from '../words/say-refusal.ts'
import type { Words } from '../words/zh.ts'

/** What went wrong on the way: no network, a typed "no" of the server, or a fault of ours. */
export type ProblemKind = 'offline' | 'refused' | 'broken'

/** Everything that `call` throws. */
export class Problem extends Error {
  readonly kind: ProblemKind
  /** HTTP status; 0 where no answer came. */
  readonly status: number
  /** The server's refusal code; a newer server may know more codes than this page. Empty unless refused. */
  readonly code: string
  readonly facts: RefusalFacts
  /** The server's id of the request, to find a fault in its log. */
  readonly reference: string | null
  constructor(
    kind: ProblemKind,
    {
      status = 0,
      code = '',
      facts = {},
      reference = null,
    }: Partial<Omit<Problem, keyof Error | 'kind'>> = {},
  ) {
    super(code || kind)
    this.name = 'Problem'
    this.kind = kind
    this.status = status
    this.code = code
    this.facts = facts
    this.reference = reference
  }
}

const facesAtWork: readonly (string | undefined)[] = ['field', 'console']

/** What to do when something of ours broke: a resident calls the grid worker, who would be calling themselves. */
export const brokenNext = ({ common }: Words): string =>
  typeof document !== 'undefined' && facesAtWork.includes(document.documentElement.dataset.face)
    ? common.states.brokenNextAtWork
    : common.states.brokenNext

/** A problem in the reader's words, with what to do next. Whatever is no Problem is a fault of ours. */
export function sayProblem(words: Words, error: unknown): string {
  const { states } = words.common
  if (!(error instanceof Problem) || error.kind === 'broken')
    return states.both(states.broken, brokenNext(words))
  if (error.kind === 'offline') return states.both(states.offline, states.offlineNext)
  return sayRefusal(words.refusals, error.code, error.facts)
}

/** Whether the problem is this very "no". */
export const isRefusal = (error: unknown, code: RefusalCode): error is Problem =>
  error instanceof Problem && error.kind === 'refused' && error.code === code
