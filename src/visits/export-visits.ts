import { atlasOf } from '../areas/door.ts'
import { placeIn } from '../kernel/names.ts'
import { localMinute } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList } from '../platform/sheet/send-sheet.ts'
import type { TextRow } from '../platform/sheet/write-sheet.ts'
import type { ExportVisits, VisitRow } from './contract.ts'
import { pageOf } from './list-visits.ts'
import { sheetWords } from './sheet-words.ts'

const atOnce = 100

/** The list of visits as a sheet: which home, when and how. Not why, and not what was heard. */
export async function exportVisits(ctx: Ctx, query: ExportVisits): Promise<SentList> {
  ctx.must('register.export')
  const area = (await atlasOf(ctx)).known(query.areaId)
  ctx.must('register.export', { path: area.path })
  const { language, ...filters } = query
  const said = sheetWords[language]
  const { areaId: _area, how, outcome, ...days } = filters
  return {
    fileName: 'visits',
    title: said.title,
    language,
    chain: area.id,
    header: said.header,
    filters: [
      [said.area, language === 'zh' ? area.nameZh : area.nameEn],
      ...Object.entries(days).flatMap(([name, day]): [string, string][] =>
        day === undefined ? [] : [[said[name as 'from' | 'until'], day]],
      ),
      ...(how ? [[said.header[2], said.how[how]] as const] : []),
      ...(outcome ? [[said.header[3], said.outcome[outcome]] as const] : []),
    ],
    rows: sheetRows(ctx, query),
  }
}

async function* sheetRows(ctx: Ctx, { language, ...filters }: ExportVisits): AsyncGenerator<TextRow> {
  const said = sheetWords[language]
  const toRow = ({ place, visitedAt, how, outcome, takenBack }: VisitRow): TextRow => [
    localMinute(Temporal.Instant.from(visitedAt), ctx.district.timeZone),
    place && placeIn(language, { names: [...stepsOf(place), { zh: place.label, en: place.label }] }),
    said.how[how],
    said.outcome[outcome],
    takenBack ? said.takenBack : null,
  ]
  for (let after: string | undefined; ; ) {
    const page = { ...filters, limit: atOnce, ...(after === undefined ? {} : { after }) }
    const { rows, next } = await ctx.read((tx) => pageOf(ctx, tx, page))
    yield* rows.map(toRow)
    if (next === null) return
    after = next
  }
}

const stepsOf = ({ steps }: NonNullable<VisitRow['place']>) =>
  steps.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }))
