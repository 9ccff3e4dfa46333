import type { Ctx } from '../../platform/ctx.ts'
import type { ImportResult, ImportTrial } from './contract.ts'
import type { ImportedMessage, MessageColumn } from './messages-file.rule.ts'
import { messageColumns, messageReader } from './messages-file.rule.ts'
import { pastMessage } from './past-case.rule.ts'
import type { FileKind, SentFile, TakeInOptions } from './take-in.ts'
import { takeIn } from './take-in.ts'
import { knownTimeZone } from './time-zone.rule.ts'
import { tryIn } from './try-in.ts'

/** How messages are read. Times are the district's where `timeZone` is left out. */
function messageFiles(ctx: Ctx, { timeZone: said }: TakeInOptions): FileKind<MessageColumn, ImportedMessage> {
  const timeZone = knownTimeZone(said ?? ctx.district.timeZone)
  return {
    kind: 'messages',
    columns: messageColumns,
    reader: (header) => messageReader(header, { now: ctx.clock.now(), timeZone }),
    pastCase: pastMessage,
  }
}

/**
 * Brings messages of a hotline or message board in (.xlsx, .csv). One with an official reply comes as history,
 * closed when it was answered; one without joins the screening queue. Its clock counts from the message's own time.
 * Only for `import.run`; how it holds together: `takeIn`.
 */
export const importMessages = async (
  ctx: Ctx,
  file: SentFile,
  options: TakeInOptions = {},
): Promise<ImportResult> => takeIn(ctx, file, messageFiles(ctx, options), options)

/** What `importMessages` would do with this file; see `tryIn`. */
export const tryMessages = async (
  ctx: Ctx,
  file: SentFile,
  options: TakeInOptions = {},
): Promise<ImportTrial> => tryIn(ctx, file, messageFiles(ctx, options), options)
