import type { CatalogueColumn, CatalogueFaultReason, MatterField } from '../../../matters/contract.ts'
import type { ClockLimits } from '../../../matters/limits.contract.ts'

const fields: Record<MatterField, string> = {
  nameZh: '名称（中文）',
  nameEn: '名称（英文）',
  category: '类别编号',
  categoryZh: '类别（中文）',
  categoryEn: '类别（英文）',
  hostRole: '承办还是协办',
  host: '社区里谁来办',
  level: '层级',
  answers: '承办单位',
  response: '首次响应时限',
  resolution: '办结时限',
  yellowPercent: '剩多少时间亮黄灯',
  evidence: '办结材料',
  limits: '延期、挂起、挂账的上限',
  confidential: '保密',
  basis: '依据',
  keywords: '关键词',
}
const reasons: Record<CatalogueFaultReason, string> = {
  missing: '没有填',
  too_long: '太长了',
  word_unknown: '这个写法认不出来',
  code_form: '编号是两个大写字母加两到三位数字，例如 FA01',
  code_repeated: '编号重复',
  category_form: '类别编号是两个大写字母',
  category_not_of_code: '编号要以类别编号开头',
  category_named_differently: '同一类别写了两个名称',
  unit_unknown: '没有这种单位',
  allowance_form: '时限写成 1 到 999 的整数，带单位',
  percent_range: '填 1 到 99',
  limit_range: '填 0 到 999 的整数（次数到 99），0 就是不允许',
  date_form: '日期写成 2020-01-09 这样',
  basis_half: '法律、条款、日期要一起填，或者都不填',
  host_in_charge_must_answer: '既然是承办，承办单位就要选它自己',
  host_assists_cannot_answer: '既然是协办，承办单位要选别的单位',
  confidential_needs_centre: '保密事项只能由指挥中心承办',
}

const limits = {
  extensions_most: '最多延期几次',
  extension_days_most: '延期一共最多几个工作日',
  pauses_most: '最多挂起几次',
  pause_days_most: '一次最多挂起几个工作日',
  listing_days_most: '挂账最长隔几天复查',
}

const columns: Record<CatalogueColumn, string> = {
  code: '编号',
  name_zh: fields.nameZh,
  name_en: fields.nameEn,
  category: fields.category,
  category_zh: fields.categoryZh,
  category_en: fields.categoryEn,
  host_role: fields.hostRole,
  host: fields.host,
  level: fields.level,
  answers: fields.answers,
  response: fields.response,
  resolution: fields.resolution,
  yellow_percent: fields.yellowPercent,
  evidence: fields.evidence,
  confidential: fields.confidential,
  basis_law: '依据的法律或文件',
  basis_article: '第几条',
  basis_date: '版本日期',
  keywords: fields.keywords,
  ...limits,
}

/** On a matter's own page, where it is plain which language a name is in. */
const facts: Partial<Record<MatterField, string>> = {
  nameZh: '中文名称',
  nameEn: '英文名称',
  categoryZh: '类别',
  categoryEn: '类别',
}

export const consoleCatalogueZh = {
  columns,
  fields,
  facts,
  reasons,
  code: '编号',
  list: {
    categories: '按类别看',
    all: '全部类别',
    sheet: '导出表格',
    sheetHint: '导出的表改好以后可以直接再导入。',
    add: '新增事项',
    compare: '比较两天的目录',
    nothing: '目录还是空的',
    nothingNext: '可以导入一份目录表格，也可以一项一项新增。没有目录，诉求派不出去。',
    toImport: '去导入目录',
  },
  page: {
    back: '回到目录',
    history: '历次规定',
    holdsFrom: (from: string) => `${from}起施行`,
    heldFromTo: (from: string, to: string) => `${from}起施行，${to}起不再适用`,
    announced: (from: string) => `已公布，${from}起施行`,
    ended: (from: string) => `${from}起不再受理这类事`,
    changes: (n: number) => `这一次改了 ${n} 处`,
    first: '第一次写进目录',
    same: '与上一次相同',
    edit: '修改',
    retire: '停用这个事项',
    again: '重新启用',
    none: '没有',
    yellow: (percent: number) => `剩 ${percent}%`,
    limits: (most: ClockLimits) => {
      const extensions =
        most.extensions === 0
          ? '不能延期'
          : `延期最多 ${most.extensions} 次、一共 ${most.extensionDays} 个工作日`
      const pauses =
        most.pauses === 0 ? '不能挂起' : `挂起最多 ${most.pauses} 次、一次最长 ${most.pauseDays} 个工作日`
      const listing = most.listingDays === 0 ? '不能挂账' : `挂账最长 ${most.listingDays} 天复查一次`
      return `${extensions}；${pauses}；${listing}`
    },
  },
  diff: { field: '项目', before: '原来', after: '改后' },
  edit: {
    titleNew: '新增事项',
    title: (name: string) => `修改：${name}`,
    codeHint: '两个大写字母是类别，后面两到三位数字。定了就不再改。',
    answersHint: '办的时候按诉求所在的地方找到这类单位。',
    units: { working_hour: '工作小时', working_day: '个工作日', clock_hour: '小时（不分昼夜）' },
    unitOf: (field: string) => `${field}的单位`,
    photo: '照片',
    note: '文字说明',
    confidentialHint: '不上公示，不参与查重，只有指挥中心看得到。',
    law: '依据的法律或文件',
    article: '第几条',
    date: '版本日期',
    keywordsHint: '居民会怎么说？用分号隔开，甄别时按这些词推荐事项。',
    fromDay: '从哪天起施行',
    fromDayHint: '最早从明天起：今天已经开始计时的，按今天的规定办完。',
    fromDayHintNew: '可以从今天起。',
    preview: '看看会改什么',
    draftKept: '草稿存在这台电脑上，七天内可以接着改。',
    discard: '放弃草稿',
    limitsHint: '一个单位从接手算起，到办结或被退回为止。填 0 就是不允许。没有全国规定，由本区自己定。',
    limits,
    yellow: '剩百分之几的时间亮黄灯（1 到 99）',
    faults: '还不能公布，请先改好：',
    fault: (column: string, reason: string) => `${column}：${reason}`,
  },
  preview: {
    title: '公布前再看一遍',
    added: (name: string, day: string) => `目录里将新增“${name}”，${day}起可以受理。`,
    changed: (name: string, n: number, day: string) => `“${name}”将有 ${n} 处改变，${day}起施行。`,
    same: '和现在的规定完全一样，没有要公布的。',
    open: (open: number, withUnit: number) =>
      open === 0
        ? '现在没有这类事在办。'
        : `现在有 ${open} 件这类事在办，其中 ${withUnit} 件已交给单位：它们的时限按交办那天的规定，不会变。还没交办的，按交办那天的规定计时。`,
    evidence: '办结要什么材料，看办结那天的规定。',
    category: (n: number) => `同一类别还有 ${n} 个事项用的是原来的类别名称，它们不会跟着改。`,
    send: '公布',
    back: '回去再改',
    done: (name: string) => `已公布：${name}`,
  },
  retire: {
    title: (name: string) => `停用“${name}”`,
    hint: '停用以后，新的诉求不能再归到这个事项；已经在办的照常办完。以后可以重新启用。',
    day: '从哪天起停用',
    send: '停用',
    done: (name: string) => `已公布停用：${name}`,
  },
  compare: {
    title: '比较两天的目录',
    lead: '选两天，看中间新增了什么、改了什么、停用了什么。',
    from: '前一天',
    to: '后一天',
    days: '目录变过的日子',
    dayCounts: (added: number, changed: number, retired: number) =>
      `新增 ${added} 项，修改 ${changed} 项，停用 ${retired} 项`,
    dayOf: (day: string, counts: string) => `${day}：${counts}`,
    with: '和前一天比',
    withOf: (day: string) => `${day}和前一天比`,
    added: (n: number) => `新增 ${n} 项`,
    changed: (n: number) => `修改 ${n} 项`,
    retired: (n: number) => `停用 ${n} 项`,
    nothing: '这两天的目录一样。',
    dayMissing: '请选两个日子。',
  },
}
