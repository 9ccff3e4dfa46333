import { atlasOf } from '../areas/door.ts'
import { nameIn } from '../kernel/names.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import type { AnsweringKind, ListUnits } from './contract.ts'
import { selectUnits } from './units.sql.ts'

interface Words {
  readonly title: string
  readonly header: readonly string[]
  readonly kinds: Readonly<Record<AnsweringKind, string>>
  readonly filters: Readonly<Record<'text' | 'kind' | 'areaId', string>>
}

const words: Readonly<Record<SheetLanguage, Words>> = {
  zh: {
    title: '单位',
    header: ['编号', '种类', '条线', '名称', '英文名称', '上级单位编号', '服务区域', '电话'],
    kinds: {
      centre: '指挥中心',
      department: '部门',
      street_office: '街道办',
      street_team: '街道队伍',
      community: '社区',
      service_centre: '服务中心',
      property_firm: '物业',
    },
    filters: { text: '名称或编号含', kind: '种类', areaId: '服务区域' },
  },
  en: {
    title: 'Units',
    header: ['Code', 'Kind', 'Line', 'Name', 'English name', 'Code of the unit above', 'Serves', 'Telephone'],
    kinds: {
      centre: 'district centre',
      department: 'department',
      street_office: 'street office',
      street_team: 'street team',
      community: 'community',
      service_centre: 'service centre',
      property_firm: 'property firm',
    },
    filters: { text: 'Name or code holds', kind: 'Kind', areaId: 'Serves' },
  },
}

const rowsPerPage = 500

/** Units that stand as a list that goes out, with the filters of the page. For those who may write lists out. */
export async function unitSheet(
  ctx: Ctx,
  { kind, areaId, text }: Pick<ListUnits, 'kind' | 'areaId' | 'text'>,
  language: SheetLanguage,
): Promise<SentList> {
  ctx.must('export.run')
  const said = words[language]
  const atlas = await atlasOf(ctx)
  const areaName = (id: string): string => {
    const area = atlas.get(id)
    return area === undefined ? '' : nameIn(language, area)
  }
  // One read-only look for the whole list: its units name each other.
  const units = await ctx.read(async (tx) => {
    const all: Awaited<ReturnType<typeof selectUnits>> = []
    for (let after: string | undefined; ; after = all.at(-1)?.code) {
      const page = await selectUnits(tx, { kind, areaId, text, after, limit: rowsPerPage })
      all.push(...page)
      if (page.length < rowsPerPage) return all
    }
  })
  const codes = new Map(units.map((unit) => [unit.id, unit.code]))
  return {
    fileName: 'units',
    chain: atlas.district.id,
    title: said.title,
    filters: [
      ...(text === undefined ? [] : [[said.filters.text, text] as const]),
      ...(kind === undefined ? [] : [[said.filters.kind, said.kinds[kind]] as const]),
      ...(areaId === undefined ? [] : [[said.filters.areaId, areaName(areaId)] as const]),
    ],
    header: said.header,
    rows: units.map((unit) => [
      unit.code,
      said.kinds[unit.kind as AnsweringKind],
      unit.line,
      unit.nameZh,
      unit.nameEn,
      unit.parentId && (codes.get(unit.parentId) ?? null),
      areaName(unit.areaId),
      unit.phone,
    ]),
    language,
  }
}
