import { fromSerial } from '../../../kernel/sheet/local-moment.ts'
import type { Cell } from '../../../kernel/sheet/row.ts'
import { normalPhone } from '../../phone.rule.ts'
import type { HomeUse, OccupancyRole, RegisterKind, Relation, Sex } from '../contract.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** What offices write where there is nothing to write. */
const nothing = /^(无|没有|不详|未知|未提供|暂无|空|null|n\/a|[-—/\\.]+)$/
export const isNothing = (text: string): boolean => plain(text) === '' || nothing.test(plain(text))

/** A cell's word by a list of the words that offices use; undefined where it is none of them. */
const byWords = <Value>(lists: readonly (readonly [Value, string])[]) => {
  const values = new Map(lists.flatMap(([value, words]) => words.split(' ').map((word) => [word, value])))
  return (text: string): Value | undefined => values.get(plain(text))
}

export const readSex = byWords<Sex>([
  ['male', '男 男性 m male 1'],
  ['female', '女 女性 f female 2'],
])
export const readRole = byWords<OccupancyRole>([
  ['owner', '业主 房主 产权人 户主 自有 自住 自有住房 屋主 owner'],
  ['resident', '家属 家庭成员 家人 居住人 常住 居民 亲属 亲戚 同住 共同居住 resident'],
  ['tenant', '租户 租客 承租人 租住 租赁 租房 租赁人员 承租 tenant'],
  ['other', '其他 其它 借住 寄住 other'],
])
export const readRegisterKind = byWords<RegisterKind>([
  ['local', '本地 本区 户籍 户籍人口 本地户籍 本区户籍 常住户籍 人户一致 户在人在 本市 local'],
  ['elsewhere', '外地 流动 流动人口 外来 外来人口 非户籍 外省 外市 外区 非本地 人在户不在 elsewhere'],
  ['abroad', '境外 境外人员 外籍 港澳台 国外 abroad'],
])
export const readLives = byWords<boolean>([
  [true, '是 在住 常住 居住 实际居住 有人居住 √ ✓ 1 y yes true'],
  [false, '否 不在住 不住 不居住 空置 外住 未居住 × x 0 n no false'],
])
export const readUse = byWords<HomeUse>([
  ['dwelling', '住宅 居住 自住 出租 出租房 自住房 民宅 住房 dwelling'],
  ['shop', '商铺 商业 门面 店铺 经营 商用 沿街商铺 门店 shop'],
  ['office', '办公 办公用房 写字楼 office'],
  ['storage', '仓库 仓储 储藏 储藏室 库房 storage'],
  ['other', '其他 其它 other'],
])
const relations = byWords<Relation>([
  ['head', '户主 本人 head'],
  ['spouse', '配偶 妻 夫 妻子 丈夫 爱人 spouse'],
  ['child', '子 女 儿子 女儿 长子 次子 三子 长女 次女 三女 子女 独生子 独生女 之子 之女 child'],
  ['parent', '父 母 父亲 母亲 父母 岳父 岳母 公公 婆婆 parent'],
  ['grandchild', '孙子 孙女 外孙 外孙女 孙 grandchild'],
  ['relative', '兄弟 姐妹 兄 弟 姐 妹 亲戚 亲属 儿媳 女婿 relative'],
])
/** Nobody is turned away for a relation that is worded otherwise. */
export const readRelation = (text: string): Relation => relations(text) ?? 'other'

export type DayFault = 'unreadable' | 'impossible'

const dayForms = [
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?:t?\d{1,2}:.*)?$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
]
/** Days since 1899-12-30 of a spreadsheet, up to the year 2100. */
const serialForm = /^[1-7]?\d{1,4}(\.\d+)?$/

/**
 * A day as offices write it: a date cell, 1950-1-9, 1950/01/09, 1950.1.9, 1950年1月9日, 19500109, or a spreadsheet's day
 * number of four or five digits.
 */
export function readDay(cell: Cell): { readonly day: string } | { readonly fault: DayFault } {
  if (cell.date) return { day: cell.date.toPlainDate().toString() }
  const text = plain(cell.text)
  for (const form of dayForms) {
    const parts = form.exec(text)?.groups
    if (!parts) continue
    const [year, month, day] = [parts.year, parts.month, parts.day].map(Number) as [number, number, number]
    try {
      return { day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() }
    } catch {
      return { fault: 'impossible' }
    }
  }
  const serial = cell.serial ?? Number(text)
  // Below 10,000 a number is rather a year than a day before 1927.
  if (serialForm.test(text) && serial >= 10_000)
    return { day: fromSerial(Math.floor(serial)).toPlainDate().toString() }
  return { fault: 'unreadable' }
}

const mobile = /(?<!\d)(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?!\d)/
const separators = /[,，、;；/|\n]+/

/** The first telephone of a cell that may hold several, as it is kept; undefined where there is none in it. */
export function readPhone(text: string): string | undefined {
  const wide = text.normalize('NFKC')
  const found = mobile.exec(wide)
  if (found) return `+86${found.slice(1).join('')}`
  for (const piece of wide.split(separators)) {
    const digits = piece.replace(/[^\d+]/g, '')
    // Eleven digits that begin with 1 are a mobile number; ten or twelve are one that lost or won a digit.
    if (/^1\d{9}$|^1\d{11}$|^1\d{10}$/.test(digits) || /[a-z.]/i.test(piece)) continue
    const phone = digits.length >= 7 ? normalPhone(digits) : null
    if (phone) return phone
  }
  return undefined
}
