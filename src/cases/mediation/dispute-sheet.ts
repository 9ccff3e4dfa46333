import { atlasOf } from '../../areas/door.ts'
import { nameIn } from '../../kernel/names.ts'
import { areasFor } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList } from '../../platform/sheet/send-sheet.ts'
import { disputeFigures } from './dispute-figures.ts'
import { disputeWordsEn, disputeWordsZh } from './dispute-words.contract.ts'
import type { DisputeExport } from './figures.contract.ts'

/** The figures of a quarter as a sheet, held back as the page holds them back. That it was taken out is on the record. */
export async function disputeSheet(ctx: Ctx, { quarter, language }: DisputeExport): Promise<SentList> {
  ctx.must('mediation.count')
  const figures = await disputeFigures(ctx, quarter === undefined ? {} : { quarter })
  const words = language === 'zh' ? disputeWordsZh : disputeWordsEn
  const atlas = await atlasOf(ctx)
  const areas = areasFor(ctx.who, 'mediation.count').map((id) => atlas.known(id))
  const count = (value: number | null) => (value === null ? words.few : String(value))
  const whole = (value: number | null) => (value === null ? null : String(value))
  const share = (value: number | null) => (value === null ? null : `${value}%`)
  const named = areas.map(({ nameZh, nameEn }) => nameIn(language, { zh: nameZh, en: nameEn }))
  return {
    fileName: 'disputes',
    title: words.title,
    pageName: words.byPlace,
    filters: [
      [words.quarter, words.quarterOf(figures.quarter)],
      [words.area, named.join(words.and)],
      [words.small, words.smallSaid],
    ],
    header: [
      words.community,
      ...figures.causes.map((cause) => words.causes[cause]),
      ...[words.total, words.agreed, words.kept],
    ],
    rows: [
      ...figures.areas.map(({ area, counts, ended, agreedShare, keptShare }) => [
        ...[nameIn(language, area), ...counts.map(count), whole(ended), share(agreedShare), share(keptShare)],
      ]),
      [
        ...[words.total, ...figures.byCause.map(whole), whole(figures.ended)],
        ...[share(figures.agreedShare), share(figures.keptShare)],
      ],
    ],
    pages: [
      {
        name: words.byQuarter,
        header: [words.quarter, words.opened, words.ended],
        rows: figures.quarters.map((one) => [
          ...[words.quarterOf(one.quarter), count(one.opened), count(one.ended)],
        ]),
      },
    ],
    language,
    chain: areas[0] === undefined ? atlas.district.id : atlas.chainOf(areas[0]),
  }
}
