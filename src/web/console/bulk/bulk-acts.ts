import type { RehearsedRow } from '../../../cases/bulk.contract.ts'
import type { CaseRow } from '../../../cases/story.contract.ts'
import type { Act, Me } from '../../../people/contract.ts'
import type { ConsoleWords } from '../../words/console.ts'
import type { Queue } from '../desk/queues.ts'

export type BulkAct = keyof ConsoleWords['consoleDesk']['bulk']['acts']

const needs: Readonly<Record<BulkAct, Act>> = {
  sign: 'case.sign',
  dispatch: 'case.dispatch',
  decide: 'case.decide',
  join: 'case.screen',
  publish: 'case.publish',
  close: 'case.close',
}

/** What makes sense for many at once, by where they wait. */
const inQueue: Readonly<Record<Queue, readonly BulkAct[]>> = {
  screen: ['join'],
  dispatch: ['dispatch', 'join', 'publish'],
  work: ['sign'],
  decide: ['decide'],
  reply: ['publish'],
  check: ['close', 'publish'],
  open: ['sign', 'dispatch', 'decide', 'join', 'publish', 'close'],
  ended: [],
}

/** The acts that the reader may do for many rows of this queue. */
export const bulkActsOf = (me: Pick<Me, 'acts'>, queue: Queue): readonly BulkAct[] =>
  inQueue[queue].filter((act) => me.acts.includes(needs[act]))

/** What an act on many is told once, for all rows. */
export interface BulkChoice {
  /** The case that takes the others in. */
  readonly into: string
  readonly granted: boolean
  readonly reason: string
}

/** The rows that an act is asked for: whoever takes others in stays. */
export const subjectsOf = (act: BulkAct, rows: readonly CaseRow[], choice: BulkChoice): readonly string[] =>
  rows.map(({ id }) => id).filter((id) => act !== 'join' || id !== choice.into)

/** What a rehearsal is asked with. */
export function rehearsalOf(act: BulkAct, caseIds: readonly string[], choice: BulkChoice): object {
  if (act === 'join') return { act, caseIds, into: choice.into }
  if (act !== 'decide') return { act, caseIds }
  const reason = choice.reason.trim()
  return { act, caseIds, granted: choice.granted, ...(reason === '' ? {} : { reason }) }
}

/** Where one row is sent and with what, besides its request id: the same as if its own form had sent it. */
export function singleAct(
  act: BulkAct,
  { caseId, requestId, summary }: Pick<RehearsedRow, 'caseId' | 'requestId' | 'summary'>,
  choice: BulkChoice,
): { readonly path: string; readonly body: object } {
  const at = `/api/cases/${caseId}`
  if (act === 'join') return { path: `${at}/join`, body: { into: choice.into } }
  if (act === 'publish') return { path: `${at}/publish`, body: { summary } }
  if (act === 'dispatch') return { path: `${at}/dispatch`, body: { assistUnitIds: [] } }
  if (act !== 'decide') return { path: `${at}/${act}`, body: {} }
  const reason = choice.reason.trim()
  const body = { granted: choice.granted, ...(reason === '' ? {} : { reason }) }
  return { path: `${at}/requests/${requestId}/decide`, body }
}

/** The way back from a row that was done, where the rules know one; null elsewhere. */
export function wayBack(
  act: BulkAct,
  row: Pick<RehearsedRow, 'caseId' | 'after'>,
  choice: BulkChoice,
  matterOf: (caseId: string) => string | undefined,
): { readonly path: string; readonly body: object } | null {
  const at = `/api/cases/${row.caseId}`
  if (act === 'decide' && (row.after?.stage === 'paused' || row.after?.stage === 'listed'))
    return { path: `${at}/resume`, body: {} }
  // Taken out of the other case it is screened on its own again, under the matter that it had or came to have.
  const matter = act === 'join' ? (matterOf(row.caseId) ?? matterOf(choice.into)) : undefined
  return matter === undefined ? null : { path: `${at}/screen`, body: { matter, publish: false } }
}
