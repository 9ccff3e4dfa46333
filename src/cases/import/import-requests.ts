import type { Ctx } from '../../platform/ctx.ts'
import type { ImportResult } from './contract.ts'
import { pastRequest } from './past-case.rule.ts'
import { type ImportedRequest, onTime, requestColumns, requestReader } from './requests-file.rule.ts'
import type { SentFile, TakeInOptions } from './take-in.ts'
import { takeIn } from './take-in.ts'
import { knownTimeZone } from './time-zone.rule.ts'

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
  const timeZone = knownTimeZone(options.timeZone ?? 'America/New_York')
  const comparison = { timed: 0, labelled: 0, agreeing: 0, disagreeing: 0 }
  const compare = (request: ImportedRequest): void => {
    const ours = onTime(request)
    if (ours === null) return
    comparison.timed++
    if (request.cityLabel === null) return
    comparison.labelled++
    comparison[ours === (request.cityLabel === 'ONTIME') ? 'agreeing' : 'disagreeing']++
  }
  const result = await takeIn(
    ctx,
    file,
    {
      kind: 'requests',
      columns: requestColumns,
      reader: (header) => requestReader(header, { now: ctx.clock.now(), timeZone }),
      pastCase: (request) => {
        compare(request)
        return pastRequest(request)
      },
    },
    options,
  )
  return { ...result, comparison }
}
