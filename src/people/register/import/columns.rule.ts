import { type ColumnSpec, plainName } from '../../../kernel/sheet/header.ts'
import type { SheetRow } from '../../../kernel/sheet/row.ts'
import { columnIndex, columnLetter } from '../../../kernel/sheet/row.ts'
import type { FaultAt } from './contract.ts'

/** What a register's file may say of a home and of who belongs to it. */
export type RegisterColumn =
  | 'community'
  | 'estate'
  | 'building'
  | 'unit'
  | 'room'
  | 'address'
  | 'use'
  | 'name'
  | 'identity'
  | 'sex'
  | 'birthDay'
  | 'phone'
  | 'registerKind'
  | 'relation'
  | 'guardian'
  | 'role'
  | 'lives'
  | 'fromDay'
  | 'toDay'

const column = (
  key: RegisterColumn,
  name: string,
  aliases: string,
  required = false,
): ColumnSpec<RegisterColumn> => ({ key, name, aliases: aliases.split(' '), required })

/** The columns with the names that offices give them, the most exact first: all synonyms stand here. */
export const registerColumns: readonly ColumnSpec<RegisterColumn>[] = [
  column('community', '社区', '所属社区 社区名称 村居 居委会 所在社区 community'),
  column('estate', '小区', '小区名称 所属小区 楼院 院落 住宅小区 estate'),
  column('building', '楼栋', '楼栋号 幢号 栋号 楼号 楼幢 所属楼栋 楼栋名称 楼栋（幢） 幢 栋 building'),
  column('unit', '单元', '单元号 门洞 梯号 unit'),
  column('room', '房号', '室号 门牌号 房间号 户号 房屋 房屋编号 门室号 单元房号 室 home'),
  column('address', '地址', '房屋地址 现住址 居住地址 现居住地址 详细地址 住址 现住地址 address'),
  column('use', '房屋用途', '用途 房屋性质 房屋类型 使用性质 use'),
  column('name', '姓名', '居民姓名 人员姓名 住户姓名 居住人姓名 name', true),
  column(
    'identity',
    '身份证号',
    '身份证号码 公民身份号码 公民身份证号码 身份证 证件号码 证件号 identitynumber',
  ),
  column('sex', '性别', 'sex gender'),
  column('birthDay', '出生日期', '出生年月日 生日 出生年月 出生时间 birthday dateofbirth'),
  column('phone', '联系电话', '电话 手机 手机号 手机号码 电话号码 联系方式 联系号码 telephone phone'),
  column('registerKind', '户籍类型', '户籍 户口性质 户籍情况 人口类型 户籍状态 人户状态 householdregister'),
  column('relation', '与户主关系', '与户主的关系 户主关系 家庭关系 关系 relation'),
  column('guardian', '监护人', '监护人姓名 guardian'),
  column('role', '居住身份', '身份 住户类型 人员类别 居住类型 与房屋关系 与房主关系 居住性质 role'),
  column('lives', '是否居住', '是否在住 是否实际居住 是否常住 在住 居住情况 liveshere'),
  column('fromDay', '入住日期', '入住时间 迁入日期 迁入时间 来本地日期 登记日期 起租日期 movedin'),
  column('toDay', '迁出日期', '迁出时间 搬离日期 离开日期 搬走日期 注销日期 退租日期 movedout'),
]

/** Headings above a group of columns that speak of somebody else than who belongs to the home. */
const others = /^(房主|产权人|业主|房东|户主|出租人|紧急联系人|填表人|登记人|网格员)(信息|情况|资料)?$/

/** How far down a header may begin, and over how many rows it may stand. */
const searched = 10
export const deepestHeader = 3

/** A column as its header names it: the lowest name, and the headings above it. */
export interface NamedColumn {
  readonly letter: string
  readonly name: string
  readonly above: readonly string[]
}

/** A sheet's header: its last row and what its columns are. */
export interface RegisterHeader {
  readonly rowNumber: number
  readonly found: readonly NamedColumn[]
  readonly letters: Readonly<Partial<Record<RegisterColumn, string>>>
}

/**
 * The header among a sheet's first rows: titles stand above it, and it may stand over up to three rows whose cells are
 * merged. Null where no row names a person or a home. Where two columns have the same name it takes neither: a person
 * matches them.
 */
export function findRegisterHeader(top: readonly SheetRow[]): RegisterHeader | null {
  let best: { header: RegisterHeader; count: number } | null = null
  for (let start = 0; start < Math.min(top.length, searched); start += 1)
    for (let depth = 1; depth <= deepestHeader && start + depth <= top.length; depth += 1) {
      const header = headerOver(top.slice(start, start + depth))
      const count = Object.keys(header.letters).length
      if (count > (best?.count ?? 0)) best = { header, count }
    }
  return best && canBeRead(best.header.letters) ? best.header : null
}

/** Whether a row's home can be told from these columns; a sheet may carry its building in its name. */
export const canBeRead = (letters: RegisterHeader['letters']): boolean =>
  letters.name !== undefined && (letters.room !== undefined || letters.address !== undefined)

/** The header as a person matched it: `rowNumber` is its last row. */
export function chosenRegisterHeader(
  top: readonly SheetRow[],
  { rowNumber, letters }: { readonly rowNumber: number; readonly letters: Readonly<Record<string, string>> },
): RegisterHeader {
  const rows = top.filter((row) => row.rowNumber <= rowNumber && row.rowNumber > rowNumber - deepestHeader)
  const known = registerColumns.flatMap(({ key }) => {
    const letter = letters[key]
    return letter === undefined ? [] : [[key, letter] as const]
  })
  return { rowNumber, found: namedColumns(rows), letters: Object.fromEntries(known) }
}

/** The first of the rows with most cells among a sheet's first: what a person is shown who matches its columns. */
export function likelyHeader(top: readonly SheetRow[]): RegisterHeader | null {
  const textsOf = (row: SheetRow) => [...row.cells.values()].filter(({ text }) => text.trim() !== '').length
  const most = Math.max(0, ...top.map(textsOf))
  const row = most === 0 ? undefined : top.find((one) => textsOf(one) === most)
  return row ? headerOver([row]) : null
}

function headerOver(rows: readonly SheetRow[]): RegisterHeader {
  const found = namedColumns(rows)
  const letters: Partial<Record<RegisterColumn, string>> = {}
  const taken = new Set<string>()
  for (const { key, name, aliases = [] } of registerColumns) {
    for (const wanted of [name, ...aliases].map(plainName)) {
      const places = found.filter((one) => !taken.has(one.letter) && isNamed(one, wanted))
      if (places.length === 0) continue
      if (places.length === 1) {
        letters[key] = places[0]!.letter
        taken.add(places[0]!.letter)
      }
      break
    }
  }
  return { rowNumber: rows.at(-1)!.rowNumber, found, letters }
}

const isNamed = ({ name, above }: NamedColumn, wanted: string): boolean =>
  (plainName(name) === wanted || plainName([...above, name].slice(-2).join('')) === wanted) &&
  !above.some((heading) => others.test(plainName(heading)))

/** A cell merged to the right leaves the cells behind it empty: its heading goes on until the next one. */
function namedColumns(rows: readonly SheetRow[]): NamedColumn[] {
  const width = Math.max(0, ...rows.flatMap((row) => [...row.cells.keys()].map(columnIndex)))
  const carried = rows.map(() => '')
  const found: NamedColumn[] = []
  for (let index = 1; index <= width; index += 1) {
    const letter = columnLetter(index)
    const own = rows.map((row) => row.cells.get(letter)?.text.trim() ?? '')
    // A heading that begins here ends the headings below it of the columns before.
    const begins = own.findIndex((text) => text !== '')
    own.forEach((text, level) => {
      if (text !== '' || (begins !== -1 && begins < level)) carried[level] = text
    })
    const name = own.findLast((text) => text !== '') ?? ''
    if (name === '') continue
    const lowest = own.lastIndexOf(name)
    found.push({ letter, name, above: carried.slice(0, lowest).filter((text) => text !== '') })
  }
  return found
}

/** Where the fault of a column is said to be: in its own, or in the name's where the file has none. */
export const columnAt = ({ letters, found }: RegisterHeader, key: RegisterColumn): FaultAt['column'] => {
  const letter = letters[key] ?? letters.name ?? letters.room ?? letters.address ?? 'A'
  return { letter, name: found.find((one) => one.letter === letter)?.name ?? '' }
}
