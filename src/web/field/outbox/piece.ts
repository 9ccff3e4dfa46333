import type { ProblemKind } from '../../api/problem.ts'

/** What can be done without signal: acts on a case, reports, visits, rounds, check-ins. */
export type PieceAct =
  | 'sign'
  | 'arrive'
  | 'note'
  | 'resolve'
  | 'request'
  | 'report'
  | 'solved'
  | 'visit'
  | 'round'
  | 'check_in'

/** What the server said no with, as it is kept. */
export interface KeptProblem {
  readonly kind: ProblemKind
  readonly status: number
  readonly code: string
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

/** What it is about, as it was read when it was done; reports say their own words. */
export interface About {
  readonly zh: string
  readonly en: string
}

/** One piece of work as a person did it, before anything of it is sent. */
export interface NewPiece {
  /** Where it went out already and may have arrived: the id it went with. */
  readonly requestId?: string
  readonly act: PieceAct
  /** Null for reports, which have no case yet, and for visits. */
  readonly caseId: string | null
  readonly about: About
  /** What is sent, without request id, moment and photographs. */
  readonly body: Readonly<Record<string, unknown>>
  /** `found` belongs to a report's own half, all others to the act. */
  readonly photos: readonly {
    readonly part: 'found' | 'act'
    readonly picture: Blob
    readonly fileId?: string | null
  }[]
  /** A report's form as it stood, to be written on. */
  readonly draft?: object | undefined
}

/** A piece that waits on this phone. */
export interface Piece extends Omit<NewPiece, 'photos' | 'requestId'> {
  /** Its place in the order in which work was done on this phone. */
  readonly n: number
  readonly account: string
  /** Made when the person pressed: sent again it is the same act. */
  readonly requestId: string
  /** When the person pressed, ISO 8601. */
  readonly doneAt: string
  /** Whether it is sent later than it was done, and says so. What went out once goes out again as it was. */
  readonly late: boolean
  /** Whether it ever went out under its request id, and so may have arrived though no answer came. */
  readonly wentOut: boolean
  readonly photos: readonly { readonly part: 'found' | 'act'; readonly fileId: string | null }[]
  readonly state: 'waiting' | 'stuck'
  /** Why it is stuck, or why it was not sent last time. */
  readonly problem: KeptProblem | null
  readonly tries: number
}
