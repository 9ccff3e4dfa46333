import { type AreaFaultReason, AreaKind, type NewArea } from './contract.ts'

/** A row that cannot be taken in. `row` counts from 1 in its list, `field` is named as the file names it. */
export interface AreaFault {
  readonly row: number
  readonly field: string
  readonly reason: AreaFaultReason
}

/** What a file of areas holds: those that can be taken in, wider ones first, and a fault for each that cannot. */
export interface AreaFile {
  readonly areas: readonly NewArea[]
  readonly faults: readonly AreaFault[]
}

/** One row as a reader of one form understood it, before rows are compared with each other. */
export interface AreaRow {
  readonly row: number
  /** Names of the fields in this file, for the faults. */
  readonly fields: {
    readonly code: string
    readonly name: string
    readonly kind: string
    readonly parent: string
  }
  readonly code: string
  readonly kind: AreaKind | null
  readonly nameZh: string
  readonly nameEn: string
  readonly parentCode: string | null
  /** The shape, a fault in it, or null where the row has none. */
  readonly shape: { readonly sound: NonNullable<NewArea['shape']> } | { readonly fault: AreaFault } | null
}

/** Official codes have 6, 9 or 12 digits (county, street, community): the shorter are filled up with zeros. */
export const fullCode = (code: string): string => (/^(\d{6}|\d{9})$/.test(code) ? code.padEnd(12, '0') : code)

const widthOf = (kind: AreaKind): number => AreaKind.options.indexOf(kind)

/**
 * Compares the rows of a file with each other and with the areas that are there already (`known`: kind by code).
 * A row with a fault is left out, and so is what lies under it. Of rows with one code the first is taken.
 */
export function checkRows(rows: readonly AreaRow[], known: ReadonlyMap<string, AreaKind>): AreaFile {
  const faults: AreaFault[] = []
  const firstOf = new Map<string, AreaRow>()
  const sound = new Map<string, NewArea>()
  for (const row of rows) if (row.code !== '' && !firstOf.has(row.code)) firstOf.set(row.code, row)
  // Wider areas come first, so that a parent's verdict is known when its children are looked at.
  const ordered = [...rows].sort((a, b) => orderOf(a) - orderOf(b))
  for (const row of ordered) {
    const fault = rowFault(row, firstOf) ?? parentFault(row, firstOf, sound, known)
    if (fault) faults.push(fault)
    else sound.set(row.code, areaOf(row))
  }
  return { areas: [...sound.values()], faults: faults.sort((a, b) => a.row - b.row) }
}

const orderOf = ({ kind }: AreaRow): number => (kind === null ? -1 : widthOf(kind))

/** What is wrong with a row by itself, or with its code among the others. */
function rowFault(row: AreaRow, firstOf: ReadonlyMap<string, AreaRow>): AreaFault | null {
  const at = (field: string, reason: AreaFaultReason): AreaFault => ({ row: row.row, field, reason })
  if (row.code === '') return at(row.fields.code, 'code_missing')
  if (!/^[\dA-Z-]{6,30}$/.test(row.code)) return at(row.fields.code, 'code_malformed')
  if (firstOf.get(row.code) !== row) return at(row.fields.code, 'code_repeated')
  if (row.nameZh === '') return at(row.fields.name, 'name_missing')
  if (row.kind === null) return at(row.fields.kind, 'kind_unknown')
  return row.shape && 'fault' in row.shape ? row.shape.fault : null
}

function parentFault(
  { row, fields, kind, parentCode }: AreaRow,
  firstOf: ReadonlyMap<string, AreaRow>,
  sound: ReadonlyMap<string, NewArea>,
  known: ReadonlyMap<string, AreaKind>,
): AreaFault | null {
  const at = (reason: AreaFaultReason): AreaFault => ({ row, field: fields.parent, reason })
  if (parentCode === null) return kind === 'district' ? null : at('parent_missing')
  const parentKind = firstOf.get(parentCode)?.kind ?? known.get(parentCode)
  if (parentKind === undefined) return at(firstOf.has(parentCode) ? 'parent_faulty' : 'parent_unknown')
  if (kind === null || widthOf(parentKind) >= widthOf(kind)) return at('parent_not_wider')
  return sound.has(parentCode) || known.has(parentCode) ? null : at('parent_faulty')
}

function areaOf({ code, kind, nameZh, nameEn, parentCode, shape }: AreaRow): NewArea {
  return {
    code,
    kind: kind!,
    nameZh,
    parentCode,
    ...(nameEn === '' ? {} : { nameEn }),
    ...(shape && 'sound' in shape ? { shape: shape.sound } : {}),
  }
}
