import { atlasOf } from '../../areas/door.ts'
import { nameIn } from '../../kernel/names.ts'
import { bodyKindWords, officesByBody, unitsToCompare } from '../../organisations/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { headerNames, sheetNames, termReasonWords } from './body-file-words.rule.ts'
import { termsToCompare } from './terms.sql.ts'

/**
 * Every body that stands, its offices and who holds or held them, in the form in which they come in: the same file
 * imported again changes nothing. For those who may write lists out.
 */
export async function bodySheets(ctx: Ctx, language: SheetLanguage): Promise<SentList> {
  ctx.must('export.run')
  const atlas = await atlasOf(ctx)
  const found = await ctx.read(async (tx) => ({
    units: await unitsToCompare(tx),
    offices: await officesByBody(tx),
    terms: await termsToCompare(tx),
  }))
  const standing = [...found.units].filter(([, { dissolved }]) => !dissolved)
  const none = language === 'zh' ? '无' : 'none'
  const officesOf = standing.flatMap(([code]) =>
    (found.offices.get(code) ?? []).map((office) => ({ code, office })),
  )
  const byId = new Map(officesOf.map((one) => [one.office.id, one]))
  return {
    fileName: 'bodies',
    chain: atlas.district.id,
    title: language === 'zh' ? '组织、职务和任职' : 'Bodies, offices and who holds them',
    pageName: sheetNames.bodies[language],
    header: headerNames('bodies', language),
    rows: standing.map(([code, unit]) => [
      code,
      bodyKindWords[unit.kind][language],
      unit.nameZh,
      unit.nameEn,
      unit.parentCode,
      atlas.get(unit.areaId)?.code ?? '',
      unit.line,
      unit.phone,
      unit.validFrom,
    ]),
    pages: [
      {
        name: sheetNames.offices[language],
        header: headerNames('offices', language),
        rows: officesOf.map(({ code, office }) => [
          code,
          nameIn(language, office),
          String(office.seats),
          office.termMonths === null ? none : String(office.termMonths),
        ]),
      },
      {
        name: sheetNames.terms[language],
        header: headerNames('terms', language),
        rows: found.terms.flatMap((term) => {
          const at = byId.get(term.officeId)
          if (!at) return []
          return [
            [
              at.code,
              nameIn(language, at.office),
              term.personCode,
              term.name,
              term.startsOn,
              term.endsOn ?? none,
              term.endedOn,
              term.reason && termReasonWords[term.reason][language],
            ],
          ]
        }),
      },
    ],
    language,
  }
}
