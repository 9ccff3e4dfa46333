import type { Ctx } from '../../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { districtChain } from '../chain.ts'
import { readRetention } from './retention.ts'
import { retentionSheetWords } from './retention-words.rule.ts'

/** The rules of retention as a list that goes out: numbers, and nothing of anybody. For those who may write lists out. */
export async function retentionSheet(ctx: Ctx, language: SheetLanguage): Promise<SentList> {
  ctx.must('export.run')
  const { rules } = await readRetention(ctx)
  const said = retentionSheetWords[language]
  return {
    fileName: 'retention',
    chain: await districtChain(ctx),
    title: said.title,
    header: said.header,
    rows: rules.map(({ kind, days, validFrom, basis, runs }) => [
      said.kinds[kind],
      String(days),
      validFrom,
      basis[language],
      String(runs.reduce((sum, { removed }) => sum + removed, 0)),
      runs[0]?.day ?? '',
    ]),
    language,
  }
}
