import type { Area } from '../../areas/contract.ts'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import { nameIn } from '../../kernel/names.ts'
import { bodiesThatAct, mustBeStaff } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { districtChain } from '../chain.ts'
import { selectWorkerAreas } from '../post.sql.ts'
import type { AskLacking, Coverage, Lacking } from './coverage.contract.ts'
import { Lack } from './coverage.contract.ts'
import { coverageSheetWords } from './coverage-words.rule.ts'
import { countLacks, coveringKinds, type LacksOf, lacksIn } from './org-coverage.rule.ts'

const named = ({ id, nameZh, nameEn, kind }: Area) => ({ id, nameZh, nameEn, kind })

async function present(ctx: Ctx, areaId: string | undefined) {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  const area = areaId === undefined ? atlas.district : atlas.known(areaId)
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const found = await ctx.read(async (tx) => ({
    bodies: await bodiesThatAct(tx, coveringKinds),
    workerAreas: await selectWorkerAreas(tx, day),
  }))
  return { atlas, area, lacksOf: lacksIn(found, atlas.get) }
}

/** How many grids and estates of an area and of each of its parts lack what they should have. For staff. */
export async function coverageOf(ctx: Ctx, areaId: string | undefined): Promise<Coverage> {
  const { atlas, area, lacksOf } = await present(ctx, areaId)
  return {
    area: named(area),
    way: area.path.slice(0, -1).map((id) => named(atlas.known(id))),
    whole: countLacks(atlas.below(area), lacksOf),
    parts: atlas
      .partsOf(area.id)
      .filter(({ kind }) => kind !== 'building' && kind !== 'home')
      .map((part) => ({ area: named(part), ...countLacks(atlas.below(part), lacksOf) })),
  }
}

const lackingIn = (atlas: Atlas, area: Area, lacksOf: LacksOf, what: Lack): Area[] =>
  atlas.below(area).filter((one) => lacksOf(one).includes(what))

/** The grids or estates of an area that lack one thing: the figures, opened. For staff. */
export async function listLacking(ctx: Ctx, { areaId, what, after, limit }: AskLacking): Promise<Lacking> {
  const { atlas, area, lacksOf } = await present(ctx, areaId)
  const found = lackingIn(atlas, area, lacksOf, what)
  return {
    of: found.length,
    rows: found.slice(after, after + limit).map((one) => ({
      area: { ...named(one), code: one.code, estateKind: one.estateKind },
      way: atlas.stepsOf(one).slice(1, -1),
    })),
    next: after + limit < found.length ? String(after + limit) : null,
  }
}

/** The figures as a list that goes out: the area and each of its parts. For those who may write lists out. */
export async function coverageSheet(
  ctx: Ctx,
  areaId: string | undefined,
  language: SheetLanguage,
): Promise<SentList> {
  ctx.must('export.run')
  const { area, whole, parts } = await coverageOf(ctx, areaId)
  const said = coverageSheetWords[language]
  return {
    fileName: 'coverage',
    chain: await districtChain(ctx),
    title: said.title,
    filters: areaId === undefined ? [] : [[said.within, nameIn(language, area)]],
    header: [...said.header, ...Lack.options.map((lack) => said.lacking[lack])],
    rows: [...parts, { area, ...whole }].map((row) => [
      nameIn(language, row.area),
      String(row.grids),
      String(row.estates),
      ...Lack.options.map((lack) => String(row.lacking[lack])),
    ]),
    language,
  }
}
