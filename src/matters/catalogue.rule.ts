import { cleanLine } from '../kernel/sheet/clean-text.ts'
import type { AnsweringKind } from '../organisations/contract.ts'
import { limitsIn } from './catalogue-limits.rule.ts'
import {
  allowanceUnitWords,
  confidentialWords,
  hostRoleWords,
  hostWords,
  levelWords,
  lines,
  unitKinds,
} from './catalogue-words.rule.ts'
import type {
  Allowance,
  CatalogueColumn,
  CatalogueFault,
  CatalogueFaultReason,
  Matter,
  NewMatter,
} from './contract.ts'

/** One row of the catalogue's file, as it was written. */
export interface CatalogueRow {
  /** As the sheet's own program counts it, from 1. */
  readonly rowNumber: number
  readonly cells: Partial<Record<CatalogueColumn, string>>
}

const yellowPercentByDefault = 33
/** The longest name, law or keyword, in characters: a paragraph in a name's place is a slip of columns. */
const longestName = 120
const longestKeyword = 30
/** More than this, in any unit, is a slip of the pen: 999 working days are four years. */
const largestAmount = 999

/**
 * The matters of a catalogue's file, and every fault in it by row and column. Words may be Chinese or codes;
 * width and spaces are forgiven. A row with a fault brings no matter; of a code said twice the first row stands.
 */
export function readCatalogue(rows: readonly CatalogueRow[]): {
  matters: NewMatter[]
  faults: CatalogueFault[]
} {
  const matters: NewMatter[] = []
  const faults: CatalogueFault[] = []
  const codes = new Set<string>()
  const categories = new Map<string, Pick<NewMatter, 'categoryZh' | 'categoryEn'>>()
  for (const row of rows) {
    const reader = readerOf(row, faults)
    const matter = matterIn(reader)
    if (codes.has(matter.code)) reader.fault('code', 'code_repeated')
    if (matter.code !== '') codes.add(matter.code)
    const known = categories.get(matter.category) ?? matter
    if (matter.categoryZh !== known.categoryZh) reader.fault('category_zh', 'category_named_differently')
    if (matter.categoryEn !== known.categoryEn) reader.fault('category_en', 'category_named_differently')
    if (reader.faultless()) {
      categories.set(matter.category, known)
      matters.push(matter)
    }
  }
  return { matters, faults }
}

/** Reads a row's cells; each read that fails notes its fault and gives a stand-in that is thrown away. */
interface RowReader {
  /** A name for people: cleaned, its full-width marks kept. */
  name(column: CatalogueColumn): string
  /** A word of a closed list, by its code or in Chinese. */
  word<T>(column: CatalogueColumn, words: Readonly<Record<string, T>>, standIn: T): T
  /** The cell without width, case and spaces; empty where nothing stands. */
  plain(column: CatalogueColumn): string
  /** As `plain`, and empty is a fault. */
  needed(column: CatalogueColumn): string
  fault(column: CatalogueColumn, reason: CatalogueFaultReason): void
  faultless(): boolean
}

function readerOf({ rowNumber, cells }: CatalogueRow, faults: CatalogueFault[]): RowReader {
  const before = faults.length
  const fault = (column: CatalogueColumn, reason: CatalogueFaultReason): void => {
    const told = faults.slice(before).some((known) => known.column === column)
    if (!told) faults.push({ row: rowNumber, column, reason })
  }
  const plain = (column: CatalogueColumn) =>
    cleanLine(cells[column] ?? '')
      .normalize('NFKC')
      .replace(/\s/g, '')
      .toLowerCase()
  const needed = (column: CatalogueColumn) => {
    const text = plain(column)
    if (text === '') fault(column, 'missing')
    return text
  }
  return {
    plain,
    needed,
    fault,
    faultless: () => faults.length === before,
    name: (column) => {
      const text = cleanLine(cells[column] ?? '')
      if (text === '') fault(column, 'missing')
      if (text.length > longestName) fault(column, 'too_long')
      return text
    },
    word: (column, words, standIn) => {
      const text = needed(column)
      if (text !== '' && !Object.hasOwn(words, text)) fault(column, 'word_unknown')
      return words[text] ?? standIn
    },
  }
}

function matterIn(reader: RowReader): NewMatter {
  const code = reader.needed('code').toUpperCase()
  const codeFits = /^[A-Z]{2}\d{2,3}$/.test(code)
  if (code !== '' && !codeFits) reader.fault('code', 'code_form')
  const category = reader.needed('category').toUpperCase()
  const categoryFits = /^[A-Z]{2}$/.test(category)
  if (category !== '' && !categoryFits) reader.fault('category', 'category_form')
  if (codeFits && categoryFits && !code.startsWith(category)) reader.fault('category', 'category_not_of_code')
  const matter: NewMatter = {
    code,
    nameZh: reader.name('name_zh'),
    nameEn: reader.name('name_en'),
    category,
    categoryZh: reader.name('category_zh'),
    categoryEn: reader.name('category_en'),
    hostRole: reader.word('host_role', hostRoleWords, 'assists'),
    host: reader.word('host', hostWords, 'service_centre'),
    level: reader.word('level', levelWords, 'community'),
    answers: answersIn(reader),
    response: allowanceIn(reader, 'response'),
    resolution: allowanceIn(reader, 'resolution'),
    yellowPercent: yellowPercentIn(reader),
    evidence: evidenceIn(reader),
    limits: limitsIn(reader),
    confidential: reader.word('confidential', confidentialWords, true),
    basis: basisIn(reader),
    keywords: keywordsIn(reader),
  }
  checkWhoAnswers(matter, reader)
  return matter
}

/** `street_team:fire` or 街道队伍:消防; where a place has just one such unit, its kind alone will do. */
function answersIn(reader: RowReader): string {
  const text = reader.needed('answers')
  if (text === '') return ''
  const [kindWord = '', lineWord = 'any', ...more] = text.split(':')
  const kind = unitKindCodes.get(kindWord)
  const line = kind && (unitKinds[kind].byLine ? lineCodes.get(lineWord) : lineWord === 'any' && 'any')
  if (line && more.length === 0) return `${kind}:${line}`
  reader.fault('answers', 'unit_unknown')
  return ''
}

const unitKindCodes = codesByWord(
  Object.entries(unitKinds).map(([code, { zh }]) => [code as AnsweringKind, zh]),
)
const lineCodes = codesByWord(Object.entries(lines).map(([code, { zh }]) => [code, zh]))
function codesByWord<Code extends string>(words: readonly (readonly [Code, string])[]): Map<string, Code> {
  return new Map(words.flatMap(([code, zh]) => [[code, code] as const, [zh, code] as const]))
}

function allowanceIn(reader: RowReader, column: 'response' | 'resolution'): Allowance {
  const text = reader.needed(column)
  const match = /^(\d{1,4})个?(.*?)s?$/.exec(text)
  const amount = Number(match?.[1])
  const word = match?.[2] ?? ''
  const unit = Object.hasOwn(allowanceUnitWords, word) ? allowanceUnitWords[word] : undefined
  if (unit && amount >= 1 && amount <= largestAmount) return { amount, unit }
  if (text !== '') reader.fault(column, 'allowance_form')
  return { amount: 1, unit: 'working_day' }
}

function yellowPercentIn(reader: RowReader): number {
  const text = reader.plain('yellow_percent')
  if (text === '') return yellowPercentByDefault
  const percent = Number(/^(\d{1,2})%?$/.exec(text)?.[1])
  if (!(percent >= 1)) reader.fault('yellow_percent', 'percent_range')
  return percent
}

/** 照片, 说明, both joined by +, or 无. */
function evidenceIn(reader: RowReader): Matter['evidence'] {
  const text = reader.needed('evidence')
  const parts = new Set(text.split(/[+、,和]/).filter((part) => part !== ''))
  const takes = (...words: string[]) => words.map((word) => parts.delete(word)).includes(true)
  const photo = takes('照片', 'photo')
  const note = takes('说明', 'note')
  const none = takes('无', 'none')
  if (text !== '' && (parts.size > 0 || none === (photo || note))) reader.fault('evidence', 'word_unknown')
  return { photo, note }
}

/** A basis is whole or not there: a law without its article proves nothing, an article without its date ages. */
function basisIn(reader: RowReader): NewMatter['basis'] {
  const columns = ['basis_law', 'basis_article', 'basis_date'] as const
  const missing = columns.filter((column) => reader.plain(column) === '')
  if (missing.length === columns.length) return null
  for (const column of missing) reader.fault(column, 'basis_half')
  if (missing.length > 0) return null
  const date = dayIn(reader.plain('basis_date'))
  if (!date) reader.fault('basis_date', 'date_form')
  return { law: reader.name('basis_law'), article: reader.name('basis_article'), date: date ?? '' }
}

/** A day as people and spreadsheets write it (2018-03-19, 2018/3/19, 2018年3月19日) as YYYY-MM-DD, or null. */
function dayIn(text: string): string | null {
  // A date cell arrives with midnight behind it; `plain` has taken out the space between.
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00:00:00)?$/.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  if (month < 1 || month > 12 || day < 1) return null
  const date = Temporal.PlainDate.from({ year, month, day })
  return date.day === day ? date.toString() : null
}

function keywordsIn(reader: RowReader): string[] {
  const words = reader.plain('keywords').split(/[;、,|]/)
  const keywords = [...new Set(words.filter((word) => word !== ''))]
  if (keywords.some((word) => word.length > longestKeyword)) reader.fault('keywords', 'too_long')
  return keywords
}

/**
 * 承办 means that the host is responsible and so answers itself; 协办 that another unit does (seed 002).
 * What is confidential goes to the district's centre alone, never to the unit it may speak of.
 */
function checkWhoAnswers(matter: NewMatter, reader: RowReader): void {
  if (!reader.faultless()) return
  const answeredBy = matter.answers.split(':')[0]
  const ownKind = matter.host === 'residents_committee' ? 'community' : 'service_centre'
  const hostAnswers = answeredBy === ownKind
  if (matter.confidential && answeredBy !== 'centre') reader.fault('answers', 'confidential_needs_centre')
  else if (matter.hostRole === 'in_charge' && !hostAnswers) {
    reader.fault('answers', 'host_in_charge_must_answer')
  } else if (matter.hostRole === 'assists' && hostAnswers) {
    reader.fault('answers', 'host_assists_cannot_answer')
  }
}
