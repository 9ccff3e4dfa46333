import { cleanLine } from '../kernel/sheet/clean-text.ts'
import type { ColumnSpec } from '../kernel/sheet/header.ts'
import { placeName } from './area-list.rule.ts'
import { type AreaFile, type AreaRow, checkRows, fullCode } from './area-rows.rule.ts'
import { areaColumns, areaKindOf } from './area-words.rule.ts'
import type { AreaKind } from './contract.ts'

export type AreaColumn = keyof typeof areaColumns.zh

const column = (key: AreaColumn, required: boolean, ...also: readonly string[]): ColumnSpec<AreaColumn> => ({
  key,
  name: areaColumns.zh[key],
  aliases: [areaColumns.en[key], ...also],
  required,
})

/** The columns that a sheet of areas may have. Kind and area above may be left out where official codes tell them. */
export const areaSheetColumns: readonly ColumnSpec<AreaColumn>[] = [
  column('code', true, '区域编号', '代码', '区划代码', '统计用区划代码'),
  column('kind', false, '种类', '类型'),
  column('name', true, '区域名称', '区划名称'),
  column('nameEn', false),
  column('parent', false, '上级代码', '上级区域编号'),
]

/** The texts of a row by column. */
export interface AreaSheetRow {
  readonly row: number
  readonly texts: ReadonlyMap<AreaColumn, string>
}

/**
 * Official codes of 12 digits say what they are: six for the district, nine for the street or town, twelve for the
 * community or village, with zeros behind (统计用区划代码和城乡划分代码编制规则, 国统字〔2009〕91号). A suffix below says
 * nothing of the kind.
 */
function kindByCode(code: string): AreaKind | null {
  if (!/^\d{12}$/.test(code)) return null
  if (code.endsWith('000000')) return 'district'
  return code.endsWith('000') ? 'street' : 'community'
}

/** The code of the area above, where a code tells it; below the community it is what stands before the suffix. */
function parentByCode(code: string, kind: AreaKind | null): string | null {
  if (kind === 'district') return null
  if (kind === 'street' && /^\d{12}$/.test(code)) return code.slice(0, 6).padEnd(12, '0')
  if (kind === 'community' && /^\d{12}$/.test(code)) return code.slice(0, 9).padEnd(12, '0')
  return code.includes('-') ? code.slice(0, code.lastIndexOf('-')) : null
}

/**
 * Reads areas without outlines from the rows of a sheet. What a row leaves out and its code tells is filled in: the kind
 * down to the community, and the area above. `known` holds the kinds, by code, of areas that are there already.
 */
export function readAreaSheet(
  rows: readonly AreaSheetRow[],
  known: ReadonlyMap<string, AreaKind> = new Map(),
): AreaFile {
  return checkRows(rows.map(rowOf), known)
}

function rowOf({ row, texts }: AreaSheetRow): AreaRow {
  const said = (key: AreaColumn): string => cleanLine(texts.get(key) ?? '')
  const code = fullCode(said('code').toUpperCase())
  const kind = said('kind') === '' ? kindByCode(code) : areaKindOf(said('kind'))
  return {
    row,
    fields: { code: 'code', name: 'name', kind: 'kind', parent: 'parent' },
    code,
    kind,
    nameZh: kind === 'community' ? placeName(said('name')) : said('name'),
    nameEn: said('nameEn'),
    parentCode: said('parent') === '' ? parentByCode(code, kind) : fullCode(said('parent').toUpperCase()),
    shape: null,
  }
}
