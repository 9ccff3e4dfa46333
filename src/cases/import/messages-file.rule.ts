import { cleanLine, cleanText } from '../../kernel/sheet/clean-text.ts'
import type { ColumnSpec, Header } from '../../kernel/sheet/header.ts'
import type { SheetRow } from '../../kernel/sheet/row.ts'
import type { FaultReason } from './contract.ts'
import type { MomentBounds, OpenRow, RowOutcome } from './row-reader.rule.ts'
import { numberReader, readMoment, rowReader } from './row-reader.rule.ts'

export type MessageColumn = 'number' | 'user' | 'title' | 'time' | 'words' | 'reply' | 'replyTime'

/** The columns of a hotline's or message board's file, with the names that other hotlines give them. */
export const messageColumns: readonly ColumnSpec<MessageColumn>[] = [
  {
    key: 'number',
    name: '留言编号',
    aliases: ['工单编号', '工单号', '诉求编号', '受理编号', '编号'],
    required: true,
  },
  { key: 'user', name: '留言用户', aliases: ['来电人', '诉求人', '反映人', '姓名'], required: false },
  { key: 'title', name: '留言主题', aliases: ['标题', '工单标题', '诉求标题', '主题'], required: false },
  {
    key: 'time',
    name: '留言时间',
    aliases: ['受理时间', '来电时间', '诉求时间', '登记时间'],
    required: true,
  },
  { key: 'words', name: '留言详情', aliases: ['内容', '工单内容', '诉求内容', '反映内容'], required: true },
  {
    key: 'reply',
    name: '答复意见',
    aliases: ['回复内容', '答复内容', '办理结果', '处理结果', '答复'],
    required: false,
  },
  { key: 'replyTime', name: '答复时间', aliases: ['回复时间', '办结时间'], required: false },
]

/** The longest texts that come in, in characters. The longest of 1,414 real messages has 3,055, reply 7,881, title 62. */
export const messageLimits = { words: 10_000, reply: 10_000, title: 200, user: 60 } as const
/** A title that the file does not give is the beginning of the words. */
const titleFromWords = 40

/** One message of a file, cleaned, with the official reply as history. */
export interface ImportedMessage {
  readonly rowNumber: number
  /** The number that the source gave; results go back to it. */
  readonly sourceNumber: string
  readonly user: string | null
  readonly title: string
  readonly words: string
  readonly occurredAt: Temporal.Instant
  readonly reply: { readonly words: string; readonly at: Temporal.Instant } | null
}

/** When the import happens, and the zone of the times in the file (IANA name). */
export type MessagesFileContext = Pick<MomentBounds, 'now' | 'timeZone'>

/** A function that reads the rows below `header` in their order and remembers the numbers that it met. */
export function messageReader(
  header: Header<MessageColumn>,
  context: MessagesFileContext,
): (row: SheetRow) => RowOutcome<ImportedMessage> {
  const bounds: MomentBounds = { ...context, form: {} }
  const readNumber = numberReader<MessageColumn>('number')
  return rowReader(header, (row) => {
    const sourceNumber = readNumber(row)
    const user = readLine(row, 'user', messageLimits.user, 'user_too_long')
    const title = readLine(row, 'title', messageLimits.title, 'title_too_long')
    const words = readWords(row)
    const occurred = readOccurred(row, bounds)
    const reply = readReply(row, bounds, occurred)
    if (!occurred || row.faults.length > 0) return null
    return {
      rowNumber: row.rowNumber,
      sourceNumber,
      user: user === '' ? null : user,
      title: title === '' ? firstOf(words) : title,
      words,
      occurredAt: occurred.at,
      reply,
    }
  })
}

type ReadMoment = ReturnType<typeof readMoment>

const firstOf = (words: string): string => [...words.split('\n', 1)[0]!].slice(0, titleFromWords).join('')

function readLine(
  row: OpenRow<MessageColumn>,
  key: 'user' | 'title',
  limit: number,
  tooLong: FaultReason,
): string {
  const line = cleanLine(row.text(key))
  if (line.length > limit) row.fault(key, tooLong, { limit })
  return line
}

function readWords(row: OpenRow<MessageColumn>): string {
  const raw = row.text('words')
  const words = cleanText(raw)
  if (row.spoilt('words')) return words
  if (words === '') row.fault('words', raw.trim() === '' ? 'missing_text' : 'control_characters_only')
  if (words.length > messageLimits.words) row.fault('words', 'text_too_long', { limit: messageLimits.words })
  return words
}

function readOccurred(row: OpenRow<MessageColumn>, bounds: MomentBounds): ReadMoment {
  if (row.spoilt('time')) return null
  if (cleanLine(row.text('time')) === '') {
    row.fault('time', 'missing_time')
    return null
  }
  return readMoment(row, 'time', bounds, {
    unreadable: 'time_unreadable',
    impossible: 'impossible_date',
    future: 'future_time',
  })
}

function readReply(
  row: OpenRow<MessageColumn>,
  bounds: MomentBounds,
  occurred: ReadMoment,
): ImportedMessage['reply'] {
  if (row.spoilt('reply') || row.spoilt('replyTime')) return null
  const words = cleanText(row.text('reply'))
  const time = cleanLine(row.text('replyTime'))
  if (words === '' && time === '') return null
  // A file may have times of replies and no column for the replies at all, or the other way about.
  if (words === '') row.fault(row.has('reply') ? 'reply' : 'replyTime', 'time_without_reply')
  if (words.length > messageLimits.reply) row.fault('reply', 'reply_too_long', { limit: messageLimits.reply })
  if (time === '') {
    row.fault(row.has('replyTime') ? 'replyTime' : 'reply', 'reply_without_time')
    return null
  }
  const replied = readMoment(row, 'replyTime', bounds, {
    unreadable: 'reply_time_unreadable',
    impossible: 'reply_time_impossible',
    future: 'reply_time_in_future',
  })
  if (!replied) return null
  if (occurred && isBefore(replied, occurred, bounds.timeZone))
    row.fault('replyTime', 'reply_time_before_message')
  return { words, at: replied.at }
}

/** Where either side gives only a day, a reply on the same day is not early. */
function isBefore(
  reply: NonNullable<ReadMoment>,
  message: NonNullable<ReadMoment>,
  timeZone: string,
): boolean {
  if (!reply.dayOnly && !message.dayOnly) return Temporal.Instant.compare(reply.at, message.at) < 0
  const day = ({ at }: { at: Temporal.Instant }) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  return Temporal.PlainDate.compare(day(reply), day(message)) < 0
}
