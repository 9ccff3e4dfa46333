import type { FaultReason, ImportKind } from '../../../cases/import/contract.ts'
import type { Allowance, Level, PublicMatter } from '../../../matters/contract.ts'

type Facts = Readonly<Record<string, string | number>>

/** What is wrong in a cell of an imported file, and what would be right. */
const faults: Record<FaultReason, (facts: Facts) => string> = {
  header_repeated_inside: () => '数据里又出现了表头，请删掉这一行',
  cells_beyond_header: () => '这一列没有表头却有内容，可能整行错位了',
  formula_cell: () => '单元格是公式，请改成数值或文字',
  merged_cell: () => '单元格合并了，请取消合并后逐行填写',
  error_cell: ({ error }) => `单元格是错误值${error ? `（${error}）` : ''}`,
  missing_number: () => '缺少编号',
  number_malformed: ({ limit }) => `编号只能有文字、数字和常用连接符${limit ? `，最长 ${limit} 个字符` : ''}`,
  number_digits_lost: () => '编号太长又存成了数值，末尾数字已丢失，请改成文本格式重填',
  number_repeated_in_file: ({ firstRow }) => `编号重复${firstRow ? `，第 ${firstRow} 行已有` : ''}`,
  missing_text: () => '缺少内容',
  control_characters_only: () => '内容只有看不见的字符',
  text_too_long: ({ limit }) => `内容太长${limit ? `，最多 ${limit} 字` : ''}`,
  title_too_long: ({ limit }) => `标题太长${limit ? `，最多 ${limit} 字` : ''}`,
  user_too_long: ({ limit }) => `姓名或用户名太长${limit ? `，最多 ${limit} 字` : ''}`,
  missing_time: () => '缺少时间',
  time_unreadable: () => '时间认不出来，请写成 2020-01-09 08:05',
  impossible_date: () => '没有这个日期或时刻',
  future_time: () => '时间在未来',
  too_early: ({ year }) => `时间太早${year ? `，早于 ${year} 年` : ''}`,
  reply_without_time: () => '有答复，没有答复时间',
  time_without_reply: () => '有答复时间，没有答复',
  reply_too_long: ({ limit }) => `答复太长${limit ? `，最多 ${limit} 字` : ''}`,
  reply_time_unreadable: () => '答复时间认不出来，请写成 2020-01-09 08:05',
  reply_time_impossible: () => '没有这个答复日期或时刻',
  reply_time_before_message: () => '答复时间早于反映时间',
  reply_time_in_future: () => '答复时间在未来',
  label_unknown: () => '按期标记只能是 ONTIME 或 OVERDUE',
  point_unreadable: () => '经纬度认不出来',
}

const kinds: Record<ImportKind, string> = { messages: '留言、热线工单', requests: '其他城市的服务请求' }

const levels: Record<Level, string> = { grid: '网格', community: '社区', street: '街道', district: '区' }
const hosts: Record<PublicMatter['host'], string> = {
  residents_committee: '居委会',
  service_centre: '社区服务中心',
}
const hostRoles: Record<PublicMatter['hostRole'], string> = { in_charge: '承办', assists: '协办' }
const units: Record<Allowance['unit'], (amount: number) => string> = {
  working_hour: (amount) => `${amount} 工作小时`,
  working_day: (amount) => `${amount} 个工作日`,
  clock_hour: (amount) => `${amount} 小时`,
}

export const consoleBooksZh = {
  import: {
    title: '导入',
    lead: '选一份文件，先试读，再写入。好的行导进来，有问题的行退回给您改；同一份再导一次，不会重复。',
    system: '来自哪个系统',
    systemHint: '例如“12345热线”。编号在同一个系统里不重复。',
    kinds,
    fileNeeded: '请选一个文件。',
    done: '导入完成',
    counts: {
      total: '共有',
      added: '新导入',
      known: '以前已导入',
      refused: '退回',
      answered: '补上答复',
      blank: '空行',
    },
    rows: (n: number) => `${n} 行`,
    faults: '退回的行',
    faultColumns: { row: '行号', column: '列', reason: '原因' },
    column: (letter: string, name: string) => (name === '' ? `${letter} 列` : `${letter} 列（${name}）`),
    noFaults: '没有退回的行。',
    faultsCut: (n: number) => `这里只列出前 ${n} 条，其余在退回表里。`,
    sheet: '下载退回表',
    sheetHint: '退回表里每行末尾写着原因。改好后直接再导入这张表。',
    past: '以前的导入',
    pastColumns: {
      at: '时间',
      file: '文件',
      kind: '种类',
      total: '行数',
      added: '新导入',
      known: '已有',
      refused: '退回',
      sheet: '退回表',
    },
    nonePast: '还没有导入过。',
    reasons: faults,
  },
  matters: {
    title: '事项目录',
    lead: '公共事务目录：哪些事、谁承办谁协办、多久办完、要什么材料、依据哪一条。',
    find: '查事项',
    findHint: '名称、编号、依据都可以查',
    count: (shown: number, all: number) => (shown === all ? `共 ${all} 项` : `${all} 项里有 ${shown} 项`),
    none: '没有这样的事项',
    noneNext: '换个词再查。',
    columns: {
      code: '编号',
      name: '事项',
      role: '承办/协办',
      host: '社区里谁来办',
      level: '层级',
      unit: '承办单位',
      response: '首次响应',
      resolution: '办结',
      evidence: '办结材料',
      confidential: '保密',
      basis: '依据',
    },
    levels,
    hosts,
    hostRoles,
    allowances: units,
    evidence: (photo: boolean, note: boolean): string =>
      photo && note ? '照片、说明' : photo ? '照片' : note ? '说明' : '不要求',
    confidential: '保密',
    open: '不保密',
    basis: (law: string, article: string, date: string) => `${law} ${article}（${date}版）`,
    noBasis: '—',
  },
}
