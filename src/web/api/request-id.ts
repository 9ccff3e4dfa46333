import { forgetDraft, keepDraft, keptDraft } from './draft.ts'
import { newRequestId } from './identity.ts'

/**
 * The request id for sending `content` as the act `key`: the same content gets the same id again, also after the page
 * was closed before an answer came, so that it is taken once; changed content gets a new one.
 */
export function requestIdFor(key: string, content: object): string {
  const text = JSON.stringify(content)
  const before = keptDraft<{ text: string; requestId: string }>(`sent.${key}`)
  if (before?.text === text) return before.requestId
  const requestId = newRequestId()
  keepDraft(`sent.${key}`, { text, requestId })
  return requestId
}

/** Says that the act was answered: the next one with the same content is another act. */
export const requestAnswered = (key: string): void => forgetDraft(`sent.${key}`)
