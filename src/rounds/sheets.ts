import { atlasOf, ownChain } from '../areas/door.ts'
import { type Name, nameIn } from '../kernel/names.ts'
import { localMinute } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import type { TextRow } from '../platform/sheet/write-sheet.ts'
import type { EstateQuery, ItemQuery, RoundPlace } from './contract.ts'
import { listEstates, listItems } from './estates.ts'
import { askedAreas } from './place.ts'
import { sheetWords } from './sheet-words.rule.ts'

/** Each page of estates works out all that are due: fewer and longer ones. */
const pageSize = 500

/** All rows of a list that is read by key, to its end, as a sheet has them. */
export async function* sheetRows<Row>(
  page: (key: { readonly after?: string }) => Promise<{
    readonly rows: readonly Row[]
    readonly next: string | null
  }>,
  toRow: (row: Row) => TextRow,
): AsyncGenerator<TextRow> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await page(after === undefined ? {} : { after })
    yield* rows.map(toRow)
    if (next === null) return
    after = next
  }
}

/** Street, community and grid of a place, as far as they stand on its way, and then itself. */
export function wayOf(language: SheetLanguage, { way, ...place }: RoundPlace): TextRow {
  const said = (name: Name | undefined) => (name ? nameIn(language, name) : null)
  return [said(way[0]), said(way[1]), said(way[2]), said(place)]
}

export type EstateSheet = Omit<EstateQuery, 'after' | 'limit'> & { readonly language: SheetLanguage }

/** The estates with their rounds, as a list to take along. */
export async function estateSheet(ctx: Ctx, { language, ...query }: EstateSheet): Promise<SentList> {
  const words = sheetWords[language]
  return {
    fileName: 'rounds',
    title: words.estates.title,
    header: words.estates.header,
    language,
    chain: await chainAsked(ctx, query.areaId),
    filters: await filtersOf(ctx, language, query.areaId, [
      [words.filters.due, query.due && words.estates.due[query.due === 'true' ? 1 : 0]],
      [words.filters.kind, query.kind && words.kinds[query.kind]],
    ]),
    rows: sheetRows(
      (key) => listEstates(ctx, { ...query, limit: pageSize, ...key }),
      ({ place, estateKind, lastRoundAt, dueOn, isDue, open }) => [
        ...wayOf(language, place),
        words.kinds[estateKind],
        lastRoundAt === null ? words.estates.never : local(ctx, lastRoundAt),
        dueOn,
        words.estates.due[isDue ? 1 : 0],
        String(open),
      ],
    ),
  }
}

export type ItemSheet = Omit<ItemQuery, 'after' | 'limit'> & { readonly language: SheetLanguage }

/** Hazards and facilities, as a list to take along. */
export async function itemSheet(ctx: Ctx, { language, ...query }: ItemSheet): Promise<SentList> {
  const words = sheetWords[language]
  return {
    fileName: 'hazards-and-facilities',
    title: words.items.title,
    header: words.items.header,
    language,
    chain: await chainAsked(ctx, query.areaId),
    filters: await filtersOf(ctx, language, query.areaId, [
      [words.filters.itemKind, query.kind && words.itemKinds[query.kind]],
      [words.filters.state, query.state && words.states[query.kind ?? 'any'][query.state]],
    ]),
    rows: sheetRows(
      (key) => listItems(ctx, { ...query, limit: pageSize, ...key }),
      ({ place, kind, state, checkedAt, cases, ...item }) => [
        ...wayOf(language, place),
        words.itemKinds[kind],
        nameIn(language, item),
        words.states[kind][state],
        local(ctx, checkedAt),
        cases.map(({ number }) => number).join('\n'),
        cases.map((one) => words.cases[one.state]).join('\n'),
      ],
    ),
  }
}

const local = ({ district }: Ctx, at: string): string =>
  localMinute(Temporal.Instant.from(at), district.timeZone)

/**
 * That a list was taken out stands in the chain of the area that it is about; of all that the asker sees, in that of the
 * place that they work for. Refuses `not_permitted`, before anything is sent.
 */
export async function chainAsked(ctx: Ctx, areaId: string | undefined): Promise<string> {
  await askedAreas(ctx, areaId)
  return ownChain(ctx, areaId)
}

export async function filtersOf(
  ctx: Ctx,
  language: SheetLanguage,
  areaId: string | undefined,
  further: readonly (readonly [string, string | undefined])[],
): Promise<[string, string][]> {
  const area = areaId === undefined ? undefined : (await atlasOf(ctx)).get(areaId)
  const all = [[sheetWords[language].filters.area, area && nameIn(language, area)] as const, ...further]
  return all.filter((pair): pair is [string, string] => Boolean(pair[1]))
}
