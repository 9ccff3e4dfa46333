import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { type AreaFile, type AreaRow, checkRows, fullCode } from './area-rows.rule.ts'
import type { AreaKind } from './contract.ts'

const Text = z.unknown().transform((value) => (typeof value === 'string' ? value.trim() : ''))

/** The form in which official code lists are published: three lists, each row naming what it lies in. */
const OfficialList = z.object({
  district: z.object({ code: Text, name: Text }),
  streets: z.array(z.object({ code: Text, name: Text, areaCode: Text })),
  communities: z.array(z.object({ code: Text, name: Text, streetCode: Text })),
})

/**
 * Reads an official list of a district with its streets, towns, communities and villages.
 * Codes are filled up to 12 digits. Refuses with `import_file_unreadable` what has not the form at all;
 * a row's fault names the list and the field, as in `communities.streetCode`, and counts rows in that list.
 */
export function readAreaList(file: unknown): AreaFile {
  const list = OfficialList.safeParse(file)
  if (!list.success)
    throw new Refusal('import_file_unreadable', { field: list.error.issues[0]!.path.join('.') })
  const { district, streets, communities } = list.data
  const rows = [
    rowOf('district', 'district', 1, district, '', ''),
    ...streets.map((street, at) => rowOf('streets', 'street', at + 1, street, street.areaCode, 'areaCode')),
    ...communities.map((community, at) =>
      rowOf('communities', 'community', at + 1, community, community.streetCode, 'streetCode'),
    ),
  ]
  return checkRows(rows, new Map())
}

function rowOf(
  list: string,
  kind: AreaKind,
  row: number,
  { code, name }: { code: string; name: string },
  parent: string,
  parentField: string,
): AreaRow {
  return {
    row,
    fields: { code: `${list}.code`, name: `${list}.name`, kind: list, parent: `${list}.${parentField}` },
    code: fullCode(code),
    kind,
    nameZh: kind === 'community' ? placeName(name) : name,
    nameEn: '',
    parentCode: fullCode(parent) || null,
    shape: null,
  }
}

/**
 * The place where the list names its committee: 槐市社区居委会 is 槐市社区, 稻花村委会 is 稻花村.
 * Lists say it in several ways, and some rows name the place already.
 */
export const placeName = (name: string): string =>
  name.replace(/(社区|管区|村)(?:村民委员会|居民委员会|居委会|村委会|委员会|委会)$/, '$1')
