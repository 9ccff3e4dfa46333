import { channelFor } from '../../matters/door.rule.ts'
import type { ImportedMessage } from './messages-file.rule.ts'
import type { ImportedRequest } from './requests-file.rule.ts'
import { onTime } from './requests-file.rule.ts'

/** Words of a case, to be sealed. */
export interface PastText {
  readonly kind: 'title' | 'words' | 'reporter_name' | 'point' | 'answer'
  readonly body: string
  readonly personal: boolean
}

/** What became of a case in the system that had it. */
export interface PastHistory {
  /** When: of the close, else of the reply, else (a target alone) of the beginning. */
  readonly at: Temporal.Instant
  readonly repliedAt: Temporal.Instant | null
  readonly targetAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
  /** Whether it was closed by its target, by Linli's own count; null where either is missing. */
  readonly onTime: boolean | null
  readonly texts: readonly PastText[]
}

/** A case as another system had it, and its history there. */
export interface PastCase {
  readonly sourceNumber: string
  readonly occurredAt: Temporal.Instant
  readonly texts: readonly PastText[]
  /** Petition, report of wrongdoing, abuse, a minor: seen by the district's centre alone (Care 3). */
  readonly confidential: boolean
  /** Null where nobody answered, closed or promised anything: the case is new work. */
  readonly history: PastHistory | null
}

const text = (kind: PastText['kind'], body: string | null, personal = false): PastText[] =>
  body === null || body === '' ? [] : [{ kind, body, personal }]

/** A message with an official reply is over there, and closed; one without is new work. */
export function pastMessage(message: ImportedMessage): PastCase {
  const { sourceNumber, occurredAt, title, words, user, reply } = message
  return {
    sourceNumber,
    occurredAt,
    texts: [...text('title', title), ...text('words', words), ...text('reporter_name', user, true)],
    confidential: channelFor(`${title}\n${words}`) !== null,
    history: reply && {
      at: reply.at,
      repliedAt: reply.at,
      targetAt: null,
      closedAt: reply.at,
      onTime: null,
      texts: text('answer', reply.words),
    },
  }
}

/** A request with its target and close as that city's system kept them; what has no field here stands in its words. */
export function pastRequest(request: ImportedRequest): PastCase {
  const { sourceNumber, openedAt, targetAt, closedAt, point } = request
  const words = wordsOf(request)
  return {
    sourceNumber,
    occurredAt: openedAt,
    texts: [...text('words', words), ...text('point', point && `${point.lon},${point.lat}`)],
    confidential: channelFor(words) !== null,
    history:
      targetAt || closedAt
        ? {
            at: closedAt ?? openedAt,
            repliedAt: null,
            targetAt,
            closedAt,
            onTime: onTime(request),
            texts: closedAt ? text('answer', request.closureReason) : [],
          }
        : null,
  }
}

function wordsOf({ title, type, department, neighbourhood }: ImportedRequest): string {
  const lines = [title, type, department && `Department: ${department}`, neighbourhood]
  return [...new Set(lines.filter((line) => line !== null))].join('\n')
}
