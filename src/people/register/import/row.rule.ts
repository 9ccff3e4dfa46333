import { cleanLine } from '../../../kernel/sheet/clean-text.ts'
import { plainName as plainHeader } from '../../../kernel/sheet/header.ts'
import { type Cell, columnIndex, isBlank, type SheetRow } from '../../../kernel/sheet/row.ts'
import type { HomeUse, OccupancyRole, RegisterKind, Relation, Sex } from '../contract.ts'
import { homeLabelKey, readAddress } from '../home-label.rule.ts'
import { type IdentityNumber, identityDiffers, readIdentity } from '../identity-number.rule.ts'
import { columnAt, type RegisterColumn, type RegisterHeader, registerColumns } from './columns.rule.ts'
import type { FaultAt, RegisterFault } from './contract.ts'
import {
  isNothing,
  readDay,
  readLives,
  readPhone,
  readRegisterKind,
  readRelation,
  readRole,
  readSex,
  readUse,
} from './values.rule.ts'

/** Where a row's home is, in the words of the file. */
export interface FilePlace {
  readonly community: string
  readonly estate: string
  readonly building: string
  readonly label: string
}

/** Who belongs there, as the file has it; what it does not say is null. */
export interface FilePerson {
  readonly name: string
  readonly identity: IdentityNumber | null
  readonly sex: Sex | null
  readonly birthDay: string | null
  readonly phone: string | null
  readonly registerKind: RegisterKind | null
  readonly relation: Relation | null
  readonly guardian: string | null
  readonly role: OccupancyRole | null
  readonly lives: boolean | null
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** A row as it was read; without a person it says that there is a home. */
export interface FileRow {
  readonly place: FilePlace
  readonly use: HomeUse | null
  readonly person: FilePerson | null
}

export type RowReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'read'; readonly row: FileRow; readonly faults: readonly FaultAt[] }

export interface ReadRows {
  /** The local day, YYYY-MM-DD. */
  readonly today: string
  /** Whether the numbers of invented people count. */
  readonly invented: boolean
  /** The sheet's name: where no column names the building, it may. */
  readonly sheet: string
}

const longestName = 60
const longestLabel = 40
const sums = /^(合计|小计|总计|共计)/
/** What a spreadsheet computes and the identity number proves. */
const mayBeComputed: ReadonlySet<RegisterColumn> = new Set(['sex', 'birthDay'])

/** One row's cells by column, and what was found wrong in them. */
interface Reading {
  readonly text: (key: RegisterColumn) => string
  readonly cell: (key: RegisterColumn) => Cell | undefined
  readonly wrong: (key: RegisterColumn, reason: RegisterFault, facts?: FaultAt['facts']) => null
  readonly faults: FaultAt[]
}

function readingOf(header: RegisterHeader, row: SheetRow): Reading {
  const faults: FaultAt[] = []
  const cell: Reading['cell'] = (key) => {
    const letter = header.letters[key]
    return letter === undefined ? undefined : row.cells.get(letter)
  }
  return {
    faults,
    cell,
    text: (key) => cleanLine(cell(key)?.text ?? ''),
    wrong: (key, reason, facts = {}) => {
      faults.push({ column: columnAt(header, key), reason, facts })
      return null
    },
  }
}

/**
 * Reads the rows of a sheet, one after the other from the top: what is blank of a home is as above, since cells merged
 * downwards leave the ones below them empty.
 */
export function registerRowReader(header: RegisterHeader, options: ReadRows) {
  let above: FilePlace = { community: '', estate: '', building: '', label: '' }
  let aboveUnit = ''
  const known = new Set(header.found.map(({ letter }) => letter))
  const first = Math.min(...header.found.map(({ letter }) => columnIndex(letter)))
  return (row: SheetRow): RowReading => {
    if (isBlank(row) || [...row.cells.values()].some(({ text }) => sums.test(text.trim())))
      return { kind: 'blank' }
    const reading = readingOf(header, row)
    cellFaults(header, row, reading, known, first)
    const unit = reading.text('unit') || (reading.text('building') === '' ? aboveUnit : '')
    // Where a column names buildings, a blank in another estate is an estate without any.
    const named = header.letters.building && (reading.text('estate') || above.estate) ? '' : options.sheet
    const place = placeOf(reading, above, unit, named)
    above = place
    aboveUnit = unit
    const use = wordOf(reading, 'use', readUse, 'use_unknown')
    const person = personOf(reading, options)
    return { kind: 'read', row: { place, use, person }, faults: reading.faults }
  }
}

function cellFaults(
  header: RegisterHeader,
  row: SheetRow,
  { faults, wrong }: Reading,
  named: ReadonlySet<string>,
  first: number,
): void {
  const same = header.found.filter(
    ({ letter, name }) => plainHeader(row.cells.get(letter)?.text ?? '') === plainHeader(name),
  )
  // A header that was chosen by hand may be blank.
  if (same.length > 0 && same.length >= Math.min(3, header.found.length))
    wrong('name', 'header_repeated_inside')
  for (const [letter, cell] of row.cells)
    if (!named.has(letter) && columnIndex(letter) > first && cell.text.trim() !== '')
      faults.push({ column: { letter, name: '' }, reason: 'cells_beyond_header', facts: {} })
  for (const { key } of registerColumns) {
    const letter = header.letters[key]
    const cell = letter === undefined ? undefined : row.cells.get(letter)
    if (cell?.error !== undefined) wrong(key, 'error_cell', { error: cell.error })
    else if (cell?.formula && !mayBeComputed.has(key)) wrong(key, 'formula_cell')
  }
}

/** What the cells say of the place; a blank is as above, unless something wider changed in this row. */
function placeOf({ text, wrong }: Reading, above: FilePlace, unit: string, sheet: string): FilePlace {
  const community = text('community') || above.community
  const address = text('address')
  if (address !== '' && text('room') === '') {
    const { place, building, labelKey } = readAddress(address)
    if (labelKey === null) wrong('address', 'home_missing')
    return { community, estate: place, building: building ?? '', label: labelKey ?? '' }
  }
  const estate = text('estate') || above.estate
  const isSameEstate = estate === above.estate
  const building = text('building') || (isSameEstate && above.building) || sheet
  const room = text('room')
  const isSame = isSameEstate && building === above.building
  if (room === '' && !(isSame && above.label !== '')) {
    wrong('room', 'home_missing')
    return { community, estate, building, label: '' }
  }
  const label = room === '' ? above.label : labelOf(unit, room)
  if (homeLabelKey(label) === '' || label.length > longestLabel) wrong('room', 'home_label_wrong')
  return { community, estate, building, label }
}

const labelOf = (unit: string, room: string): string =>
  unit === '' || /单元|[-—–]/.test(room) ? room : `${unit.replace(/单元$/, '')}单元${room}`

/** A cell that takes one of a few words; null where it says nothing. */
function wordOf<Value>(
  { text, wrong }: Reading,
  key: RegisterColumn,
  read: (text: string) => Value | undefined,
  fault: RegisterFault,
): Value | null {
  const written = text(key)
  if (isNothing(written)) return null
  return read(written) ?? wrong(key, fault)
}

const personColumns: readonly RegisterColumn[] = ['name', 'identity', 'birthDay', 'phone', 'relation']

function personOf(reading: Reading, options: ReadRows): FilePerson | null {
  if (personColumns.every((key) => isNothing(reading.text(key)))) return null
  const { text, wrong } = reading
  const identity = identityOf(reading, options)
  const sex = wordOf(reading, 'sex', readSex, 'sex_unknown')
  const birthDay = dayOf(reading, 'birthDay', 'birth_day', options.today)
  const differs = identity && identityDiffers(identity, { birthDay, sex })
  if (differs) wrong(differs, differs === 'sex' ? 'sex_differs' : 'birth_day_differs')
  const phoneText = text('phone')
  const phone = isNothing(phoneText) ? null : (readPhone(phoneText) ?? wrong('phone', 'phone_wrong'))
  const stay = stayOf(reading, options)
  const guardian = text('guardian')
  return {
    name: nameOf(reading),
    identity,
    sex: identity?.sex ?? sex,
    birthDay: identity?.birthDay ?? birthDay,
    phone,
    registerKind: wordOf(reading, 'registerKind', readRegisterKind, 'register_kind_unknown'),
    relation: isNothing(text('relation')) ? null : readRelation(text('relation')),
    guardian: isNothing(guardian) ? null : guardian,
    ...stay,
  }
}

function nameOf({ text, wrong }: Reading): string {
  const name = text('name').replace(/^[\s'’]+/, '')
  if (isNothing(name)) wrong('name', 'name_missing')
  else if (name.length > longestName) wrong('name', 'name_too_long')
  else if (/\d|[=@#]/.test(name) || !/\p{L}/u.test(name)) wrong('name', 'name_wrong')
  return name
}

function identityOf({ text, cell, wrong }: Reading, { today, invented }: ReadRows): IdentityNumber | null {
  const written = text('identity')
  if (isNothing(written)) return null
  // Of a number cell a spreadsheet keeps 15 digits, whatever its check digit happens to say.
  const isCut = cell('identity')?.serial !== undefined && written.length > 15
  const read = isCut ? 'lost_digits' : readIdentity(written, { today, invented })
  return typeof read === 'string' ? wrong('identity', `identity_${read}`) : read
}

function dayOf(
  { text, cell, wrong }: Reading,
  key: RegisterColumn,
  fault: 'birth_day' | 'from_day' | 'to_day',
  today: string,
): string | null {
  const written = cell(key)
  if (!written || isNothing(text(key))) return null
  const read = readDay(written)
  if ('fault' in read) return wrong(key, `${fault}_${read.fault}`)
  if (read.day > today) return wrong(key, `${fault}_in_future`)
  return read.day < '1850-01-01' ? wrong(key, `${fault}_impossible`) : read.day
}

function stayOf(
  reading: Reading,
  { today }: ReadRows,
): Pick<FilePerson, 'role' | 'lives' | 'fromDay' | 'toDay'> {
  const role = wordOf(reading, 'role', readRole, 'role_unknown')
  const lives = wordOf(reading, 'lives', readLives, 'lives_unknown')
  if (lives === false && role !== 'owner' && role !== 'other') reading.wrong('lives', 'lives_needed')
  const fromDay = dayOf(reading, 'fromDay', 'from_day', today)
  const toDay = dayOf(reading, 'toDay', 'to_day', today)
  if (fromDay !== null && toDay !== null && toDay < fromDay) reading.wrong('toDay', 'to_day_before_from_day')
  return { role, lives, fromDay, toDay }
}
