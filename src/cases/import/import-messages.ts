import type { Ctx } from '../../platform/ctx.ts'
import type { ImportResult } from './contract.ts'
import { messageColumns, messageReader } from './messages-file.rule.ts'
import { pastMessage } from './past-case.rule.ts'
import type { SentFile, TakeInOptions } from './take-in.ts'
import { takeIn } from './take-in.ts'
import { knownTimeZone } from './time-zone.rule.ts'

/**
 * Brings messages of a hotline or message board in (.xlsx, .csv). One with an official reply comes as history,
 * closed when it was answered; one without joins the screening queue. Its clock counts from the message's own time.
 * Times are the district's where `timeZone` is left out. Only for `import.run`; how it holds together: `takeIn`.
 */
export async function importMessages(
  ctx: Ctx,
  file: SentFile,
  options: TakeInOptions = {},
): Promise<ImportResult> {
  const timeZone = knownTimeZone(options.timeZone ?? ctx.district.timeZone)
  return takeIn(
    ctx,
    file,
    {
      kind: 'messages',
      columns: messageColumns,
      reader: (header) => messageReader(header, { now: ctx.clock.now(), timeZone }),
      pastCase: pastMessage,
    },
    options,
  )
}
