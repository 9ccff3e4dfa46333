import type { Ctx } from '../../platform/ctx.ts'
import type { ImportResult, ImportTrial } from './contract.ts'
import { pastRequest } from './past-case.rule.ts'
import {
  type ImportedRequest,
  onTime,
  type RequestColumn,
  requestColumns,
  requestReader,
} from './requests-file.rule.ts'
import type { FileKind, SentFile, TakeInOptions } from './take-in.ts'
import { takeIn } from './take-in.ts'
import { knownTimeZone } from './time-zone.rule.ts'
import { tryIn } from './try-in.ts'

/** Linli's own count of who was on time beside what the city said, over all rows that were read. */
export interface TimeComparison {
  /** Rows with a target and a close. */
  readonly timed: number
  /** Those of them that the city labelled. */
  readonly labelled: number
  readonly agreeing: number
  readonly disagreeing: number
}

export interface RequestsResult extends ImportResult {
  readonly comparison: TimeComparison
}

/**
 * Brings service requests in as a city's system kept them (.csv, .csv.gz, .xlsx; the columns of Boston's 311), with
 * its targets and closes as history. Times are New York's where `timeZone` is left out.
 * Only for `import.run`; how it holds together: `takeIn`.
 */
export async function importRequests(
  ctx: Ctx,
  file: SentFile,
  options: TakeInOptions = {},
): Promise<RequestsResult> {
  const comparison = { timed: 0, labelled: 0, agreeing: 0, disagreeing: 0 }
  const compare = (request: ImportedRequest): void => {
    const ours = onTime(request)
    if (ours === null) return
    comparison.timed++
    if (request.cityLabel === null) return
    comparison.labelled++
    comparison[ours === (request.cityLabel === 'ONTIME') ? 'agreeing' : 'disagreeing']++
  }
  const result = await takeIn(ctx, file, requestFiles(ctx, options, compare), options)
  return { ...result, comparison }
}

/** What `importRequests` would do with this file; see `tryIn`. */
export const tryRequests = async (
  ctx: Ctx,
  file: SentFile,
  options: TakeInOptions = {},
): Promise<ImportTrial> =>
  tryIn(
    ctx,
    file,
    requestFiles(ctx, options, () => undefined),
    options,
  )

function requestFiles(
  ctx: Ctx,
  { timeZone: said }: TakeInOptions,
  onRequest: (request: ImportedRequest) => void,
): FileKind<RequestColumn, ImportedRequest> {
  const timeZone = knownTimeZone(said ?? 'America/New_York')
  return {
    kind: 'requests',
    columns: requestColumns,
    reader: (header) => requestReader(header, { now: ctx.clock.now(), timeZone }),
    pastCase: (request) => {
      onRequest(request)
      return pastRequest(request)
    },
  }
}
