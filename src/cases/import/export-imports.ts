import { atlasOf } from '../../areas/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import type { ImportDone, ImportKind } from './contract.ts'
import { listImports } from './list-imports.ts'

interface Words {
  readonly title: string
  readonly header: readonly string[]
  readonly kinds: Readonly<Record<ImportKind, string>>
}

const words: Readonly<Record<SheetLanguage, Words>> = {
  zh: {
    title: '导入记录',
    header: ['日期', '文件', '种类', '行数', '新导入', '以前已导入', '退回'],
    kinds: { messages: '留言、热线工单', requests: '其他城市的服务请求' },
  },
  en: {
    title: 'Imports',
    header: ['Date', 'File', 'Kind', 'Rows', 'Added', 'Known already', 'Returned'],
    kinds: { messages: 'messages of a hotline', requests: 'another city’s requests' },
  },
}

/** Every import as a list that goes out, the latest first. For those who import and may write lists out. */
export async function importSheet(ctx: Ctx, language: SheetLanguage): Promise<SentList> {
  ctx.must('import.run')
  ctx.must('export.run')
  const { title, header, kinds } = words[language]
  const rowOf = ({ importedAt, fileName, kind, total, added, known, refused }: ImportDone) => [
    dayOf(Temporal.Instant.from(importedAt), ctx.district.timeZone),
    fileName,
    kinds[kind],
    ...[total, added, known, refused].map(String),
  ]
  const rows = async function* () {
    for (let after: string | undefined; ; ) {
      const page = await listImports(ctx, { limit: 100, ...(after === undefined ? {} : { after }) })
      for (const row of page.rows) yield rowOf(row)
      if (page.next === null) return
      after = page.next
    }
  }
  const chain = (await atlasOf(ctx)).district.id
  return { fileName: 'imports', title, header, rows: rows(), language, chain }
}
