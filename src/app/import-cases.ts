import { writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import {
  type ImportResult,
  importMessages,
  importRequests,
  type RequestsResult,
  type RowFault,
  returnedSheet,
  type SentFile,
  type TakeInOptions,
  wordFault,
} from '../cases/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Outcome, Run } from './command.ts'
import { shownFaults } from './import-frame.ts'
import { inDistrict, mustBeFile, mustBeFolder } from './in-district.ts'
import type { Both } from './terminal.ts'

export interface ImportOptions {
  readonly source?: string
  readonly timeZone?: string
  readonly returned?: string
}

type BringIn<Result> = (ctx: Ctx, file: SentFile, options: TakeInOptions) => Promise<Result>

/** Imports a hotline's or message board's file. */
export const importMessageFile = (its: Run, file: string, options: ImportOptions): Promise<Outcome> =>
  bringIn(its, file, options, importMessages, () => ({ zh: '', en: '' }))

/** Imports another city's requests, and says whether our count of who was on time is the city's. */
export const importRequestFile = (its: Run, file: string, options: ImportOptions): Promise<Outcome> =>
  bringIn(its, file, options, importRequests, ({ comparison }: RequestsResult) => {
    const { timed, labelled, agreeing, disagreeing } = comparison
    return {
      zh: `有时限又已结案的 ${timed} 行，其中原系统有按期标记的 ${labelled} 行：一致 ${agreeing}，不一致 ${disagreeing}。`,
      en: `${timed} rows have a target and a close; of the ${labelled} that the city labelled, ${agreeing} agree and ${disagreeing} disagree.`,
    }
  })

async function bringIn<Result extends ImportResult>(
  its: Run,
  file: string,
  { source: system, timeZone, returned }: ImportOptions,
  bring: BringIn<Result>,
  more: (result: Result) => Both,
): Promise<Outcome> {
  const path = resolve(file)
  await mustBeFile(path)
  const back = resolve(returned ?? `${basename(path).replace(/(\.\w{1,7}){1,2}$/, '')}-returned.xlsx`)
  await mustBeFolder(dirname(back))
  const startedMs = performance.now()
  const progress = its.terminal.progress({ zh: '导入', en: 'Importing' })
  try {
    return await inDistrict(its, async (ctx) => {
      const sent = { source: path, name: basename(path) }
      const result = await bring(ctx, sent, { system, timeZone, onProgress: progress.show })
      const seconds = Math.round((performance.now() - startedMs) / 100) / 10
      if (result.refused > 0) await writeFile(back, await returnedSheet(ctx, result.id))
      progress.end()
      tellFaults(its, result)
      const sheet = result.refused > 0 ? back : null
      return {
        isGood: true,
        answer: { ...result, seconds, returned: sheet },
        words: wordsOf(result, more(result), seconds, sheet),
      }
    })
  } finally {
    progress.end()
  }
}

function tellFaults({ terminal }: Run, { faults, refused }: ImportResult): void {
  if (terminal.isJson) return
  const line = (fault: RowFault, language: keyof Both) =>
    `${fault.rowNumber} ${fault.column.letter} ${fault.column.name}: ${wordFault(fault)[language]}`
  for (const fault of faults.slice(0, shownFaults))
    terminal.notice(terminal.words({ zh: line(fault, 'zh'), en: line(fault, 'en') }))
  const left = faults.length - shownFaults
  if (left > 0)
    terminal.notice(
      terminal.words({
        zh: `……另有 ${left} 处，共 ${refused} 行，见退回表。`,
        en: `… and ${left} more; the returned sheet has all ${refused} rows.`,
      }),
    )
}

function wordsOf(result: ImportResult, more: Both, seconds: number, sheet: string | null): Both {
  const { total, added, known, answered, refused, blank } = result
  return {
    zh: [
      `共 ${total} 行：新增 ${added}，已有 ${known}（其中补上答复 ${answered}），退回 ${refused}；空行 ${blank}。用时 ${seconds} 秒。`,
      more.zh,
      sheet ? `退回表：${sheet}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    en: [
      `${total} rows: ${added} added, ${known} known (${answered} of them now answered), ${refused} refused; ${blank} blank. ${seconds} s.`,
      more.en,
      sheet ? `Returned sheet: ${sheet}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  }
}
