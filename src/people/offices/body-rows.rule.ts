import { cleanLine } from '../../kernel/sheet/clean-text.ts'
import { parseLocalMoment } from '../../kernel/sheet/local-moment.ts'
import type { Cell } from '../../kernel/sheet/row.ts'
import { bodyKindOf } from '../../organisations/body-words.rule.ts'
import type { UnitKind } from '../../organisations/contract.ts'
import type { BodyColumn, BodyFault, BodyFileResult, BodySheet } from './body-file.contract.ts'
import { termReasonWords } from './body-file-words.rule.ts'
import type { TermReason } from './office.contract.ts'

/** A row of one page as the file has it. */
export interface RawRow {
  readonly sheet: BodySheet
  readonly row: number
  readonly cells: ReadonlyMap<BodyColumn, Cell>
}
export type Fault = BodyFileResult['faults'][number]

interface At {
  readonly row: number
}
export interface BodyEntry extends At {
  readonly code: string
  readonly kind: UnitKind
  readonly nameZh: string
  readonly nameEn: string
  readonly parentCode: string | null
  readonly areaCode: string
  readonly line: string
  readonly phone: string | null
  readonly foundedOn: string | null
}
export interface OfficeEntry extends At {
  readonly bodyCode: string
  /** By its name or title. */
  readonly office: string
  readonly seats: number | null
  /** `none` for an office without a term; null where the sheet says nothing. */
  readonly termMonths: number | 'none' | null
}
export interface TermEntry extends At {
  readonly bodyCode: string
  readonly office: string
  readonly personCode: string
  readonly name: string
  readonly startsOn: string
  /** `none` for one without an end; null where the sheet says nothing. */
  readonly endsOn: string | 'none' | null
  readonly endedOn: string | null
  readonly reason: TermReason | null
}

export interface BodyRows {
  readonly bodies: readonly BodyEntry[]
  readonly offices: readonly OfficeEntry[]
  readonly terms: readonly TermEntry[]
  readonly faults: readonly Fault[]
}

/** Reads the cells of one row, and takes down what is wrong with them. */
class RowReader {
  readonly faults: Fault[] = []
  readonly #raw: RawRow
  constructor(raw: RawRow) {
    this.#raw = raw
  }
  text(column: BodyColumn): string {
    return cleanLine(this.#raw.cells.get(column)?.text ?? '')
  }
  fault(column: BodyColumn, reason: BodyFault): void {
    const { sheet, row } = this.#raw
    this.faults.push({ sheet, row, column, reason, value: this.text(column).slice(0, 80) })
  }
  needed(column: BodyColumn, longest: number): string {
    const text = this.text(column)
    if (text === '') this.fault(column, 'missing')
    if (text.length > longest) this.fault(column, 'too_long')
    return text
  }
  code(column: BodyColumn): string {
    const text = this.needed(column, 40)
    if (text !== '' && !/^[\dA-Za-z-]{1,40}$/.test(text)) this.fault(column, 'not_a_code')
    return text
  }
  day(column: BodyColumn): string | null {
    const cell = this.#raw.cells.get(column)
    if (!cell || this.text(column) === '') return null
    const read = parseLocalMoment(cell, 'UTC')
    if ('moment' in read) return read.moment.at.toString().slice(0, 10)
    this.fault(column, 'not_a_day')
    return null
  }
  count(column: BodyColumn, most: number): number | null {
    const text = this.text(column)
    if (text === '') return null
    const value = /^\d{1,3}$/.test(text) ? Number(text) : 0
    if (value >= 1 && value <= most) return value
    this.fault(column, 'not_a_number')
    return null
  }
}

/** What sheets write where there is no term or no end. */
const none = /^(无|没有|不限|长期|none|no end|-|—)$/i

const reasonOf = (text: string): TermReason | undefined => {
  const wanted = text.toLowerCase()
  const found = Object.entries(termReasonWords).find(
    ([code, { zh, en }]) => wanted === code || wanted === zh || wanted === en,
  )
  return found?.[0] as TermReason | undefined
}

/** Reads the rows of all pages: what is sound, and what is wrong by page, row and column. A row with a fault is left out. */
export function readBodyRows(rows: readonly RawRow[]): BodyRows {
  const faults: Fault[] = []
  const readAll = <Entry>(sheet: BodySheet, read: (reader: RowReader, row: number) => Entry): Entry[] =>
    rows
      .filter((raw) => raw.sheet === sheet)
      .flatMap((raw) => {
        const reader = new RowReader(raw)
        const entry = read(reader, raw.row)
        faults.push(...reader.faults)
        return reader.faults.length === 0 ? [entry] : []
      })
  const bodies = readAll('bodies', readBody)
  const offices = readAll('offices', readOffice)
  const terms = readAll('terms', readTerm)
  return { bodies, offices, terms, faults }
}

function readBody(reader: RowReader, row: number): BodyEntry {
  const kind = bodyKindOf(reader.text('kind'))
  if (reader.needed('kind', 40) !== '' && kind === null) reader.fault('kind', 'kind_unknown')
  const line = reader.text('line') || 'general'
  if (!/^[a-z][a-z_]{1,39}$/.test(line) || line === 'any') reader.fault('line', 'not_a_code')
  const phone = reader.text('phone') || null
  if (phone !== null && !/^[+\d][\d -]{2,19}$/.test(phone)) reader.fault('phone', 'not_a_number')
  const nameEn = reader.text('name_en')
  if (nameEn.length > 120) reader.fault('name_en', 'too_long')
  return {
    row,
    code: reader.code('code'),
    kind: kind ?? 'community',
    nameZh: reader.needed('name_zh', 80),
    nameEn,
    parentCode: reader.text('parent') || null,
    areaCode: reader.needed('area', 40),
    line,
    phone,
    foundedOn: reader.day('founded_on'),
  }
}

const readOffice = (reader: RowReader, row: number): OfficeEntry => ({
  row,
  bodyCode: reader.code('code'),
  office: reader.needed('office', 40),
  seats: reader.count('seats', 99),
  termMonths: none.test(reader.text('term_months')) ? 'none' : reader.count('term_months', 120),
})

/**
 * Without a code a person is known by the body and the name: the same row once more is the same person. Only what a code
 * may hold stands in it, since the file that goes out must come in again: a name may have a point (艾力·买买提).
 */
const codeOf = (bodyCode: string, name: string): string =>
  `${bodyCode}-${name.replaceAll(/[^\p{L}\p{N}_.-]/gu, '_')}`.slice(0, 80)

function readTerm(reader: RowReader, row: number): TermEntry {
  const bodyCode = reader.code('code')
  const name = reader.needed('person', 40)
  const endedOn = reader.day('ended_on')
  const said = reader.text('reason')
  const reason = said === '' ? null : reasonOf(said)
  if (reason === undefined) reader.fault('reason', 'reason_unknown')
  const startsOn = reader.day('starts_on')
  if (startsOn === null && reader.text('starts_on') === '') reader.fault('starts_on', 'missing')
  const endsOn = none.test(reader.text('ends_on')) ? 'none' : reader.day('ends_on')
  if (startsOn && endsOn && endsOn !== 'none' && endsOn <= startsOn) reader.fault('ends_on', 'day_order')
  if (startsOn && endedOn && endedOn < startsOn) reader.fault('ended_on', 'day_order')
  const code = reader.text('person_code')
  if (code !== '' && !/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u.test(code))
    reader.fault('person_code', 'not_a_code')
  return {
    row,
    bodyCode,
    office: reader.needed('office', 40),
    personCode: code || codeOf(bodyCode, name),
    name,
    startsOn: startsOn ?? '',
    endsOn,
    endedOn,
    reason: endedOn === null ? null : (reason ?? 'other'),
  }
}
