import type { FaultReason, RowFault } from './contract.ts'

/** What the sender reads in the returned sheet: what is wrong, and what would be right. */
const words: Record<FaultReason, readonly [zh: string, en: string]> = {
  header_repeated_inside: [
    '数据中重复出现表头，请删除此行',
    'the header appears again among the data; delete this row',
  ],
  cells_beyond_header: [
    '此列没有表头却有内容，可能整行错位',
    'there is content in a column without a header; the row may have slipped',
  ],
  formula_cell: ['单元格是公式，请改为数值或文字', 'the cell is a formula; paste it as a value'],
  merged_cell: ['单元格被合并，请取消合并后逐行填写', 'the cell is merged; unmerge and fill in each row'],
  error_cell: ['单元格是错误值（{error}）', 'the cell holds an error ({error})'],
  missing_number: ['缺少编号', 'the number is missing'],
  number_malformed: [
    '编号格式不对：只能有文字、数字和常用连接符，最长{limit}个字符',
    'the number is malformed: letters, digits and common marks only, at most {limit} characters',
  ],
  number_digits_lost: [
    '编号超过15位又存成数值，末尾数字已丢失，请以文本格式重填',
    'the number has over 15 digits and was kept as a numeral, so its last digits are lost; enter it as text',
  ],
  number_repeated_in_file: ['编号与第{firstRow}行重复', 'the number repeats that of row {firstRow}'],
  missing_text: ['缺少内容', 'the text is missing'],
  control_characters_only: ['内容只有不可见字符', 'there are only invisible characters'],
  text_too_long: ['内容超过{limit}字', 'the text is longer than {limit} characters'],
  title_too_long: ['标题超过{limit}字', 'the title is longer than {limit} characters'],
  user_too_long: ['姓名或用户名超过{limit}字', 'the name is longer than {limit} characters'],
  missing_time: ['缺少时间', 'the time is missing'],
  time_unreadable: [
    '时间无法识别，请写成 2020-01-09 08:05',
    'the time cannot be read; write it as 2020-01-09 08:05',
  ],
  impossible_date: ['没有这个日期或时刻', 'there is no such date or time'],
  future_time: ['时间在未来', 'the time is in the future'],
  too_early: ['时间早于{year}年', 'the time is before {year}'],
  reply_without_time: ['有答复却没有答复时间', 'there is a reply without its time'],
  time_without_reply: ['有答复时间却没有答复', 'there is a time of reply without a reply'],
  reply_too_long: ['答复超过{limit}字', 'the reply is longer than {limit} characters'],
  reply_time_unreadable: [
    '答复时间无法识别，请写成 2020-01-09 08:05',
    'the time of the reply cannot be read; write it as 2020-01-09 08:05',
  ],
  reply_time_impossible: ['没有这个答复日期或时刻', 'the reply has a date or time that does not exist'],
  reply_time_before_message: ['答复时间早于诉求时间', 'the reply is earlier than the message'],
  reply_time_in_future: ['答复时间在未来', 'the time of the reply is in the future'],
  label_unknown: ['按期标记只能是 ONTIME 或 OVERDUE', 'the label must be ONTIME or OVERDUE'],
  point_unreadable: ['经纬度无法识别', 'the coordinates cannot be read'],
}

/** A fault in Chinese and in English, its facts filled in. */
export function wordFault({ reason, facts }: RowFault): { zh: string; en: string } {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? '?'))
  const [zh, en] = words[reason]
  return { zh: fill(zh), en: fill(en) }
}
