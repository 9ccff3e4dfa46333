import { resolve } from 'node:path'
import { readSeals, sealFolder } from '../../platform/seal.ts'
import type { Verdict } from '../../platform/verify.ts'
import { verify } from '../../platform/verify.ts'
import { type CommandFile, groups, type Outcome, type Run, run } from '../command.ts'
import { countLines } from '../district.sql.ts'
import { mustBeFolder } from '../in-district.ts'
import { openLinli } from '../open.ts'
import type { Both, Terminal } from '../terminal.ts'
import { witnesses } from '../witnesses.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('verify')
    .helpGroup(groups.keeping)
    .description('重算日志与每日存证，指出被改动之处 recompute journal and seals, and name what was altered')
    .option('--seals <folder>', '另存的每日存证 seals that were kept elsewhere')
    .action((options: { seals?: string }, self) => run(self, (its) => verifyDistrict(its, options.seals)))
}

async function verifyDistrict({ settings, terminal }: Run, seals: string | undefined): Promise<Outcome> {
  // A folder that is named and not there would pass as one without seals.
  if (seals !== undefined) await mustBeFolder(resolve(seals))
  const { district, close } = await openLinli(settings, { onNotice: terminal.notice, whenNone: 'refuse' })
  const progress = terminal.progress({ zh: '核对日志', en: 'Verifying' })
  try {
    const outside = await readSeals(seals ? resolve(seals) : sealFolder(settings.dataFolder, district.id))
    const total = await countLines(district)
    const verdict = await verify(district, outside, witnesses, (lines) =>
      progress.show(lines, Math.max(lines, total)),
    )
    return { isGood: verdict.flaws.length === 0, answer: { ...verdict }, words: wordsOf(verdict, terminal) }
  } finally {
    progress.end()
    await close()
  }
}

const flawWords: Readonly<Record<Verdict['flaws'][number]['kind'], Both>> = {
  line_missing: { zh: '缺少此行', en: 'line missing' },
  line_changed: { zh: '此行被改动', en: 'line changed' },
  line_misplaced: { zh: '此行不在原位', en: 'line out of its place' },
  text_missing: { zh: '对应的文字不见了', en: 'its text is gone' },
  text_changed: { zh: '对应的文字被改动', en: 'its text was changed' },
  text_planted: { zh: '没有日志对应的文字', en: 'a text that no line commits to' },
  file_missing: { zh: '照片不见了', en: 'its photograph is gone' },
  file_changed: { zh: '照片被改动', en: 'its photograph was changed' },
  row_changed: { zh: '事项与其日志不符', en: 'its row says otherwise than its lines' },
  tail_missing: { zh: '末尾的行被删去', en: 'lines at the end are gone' },
  rehashed: { zh: '此链被重新计算过', en: 'chain was hashed anew' },
  seal_changed: { zh: '每日存证被改动', en: 'seal was changed' },
}

function wordsOf({ chains, lines, texts, erased, seals, flaws }: Verdict, { words }: Terminal): string {
  if (flaws.length === 0)
    return words({
      zh: `完好：${chains} 条链、${lines} 行、${texts} 段文字（其中 ${erased} 段依法删除）、${seals} 份每日存证。`,
      en: `Whole: ${chains} chains, ${lines} lines, ${texts} texts (${erased} erased by right), ${seals} seals.`,
    })
  const title = { zh: `不完好，发现 ${flaws.length} 处：`, en: `Not whole, ${flaws.length} found:` }
  const list = flaws.map(({ kind, chain, n, about }) =>
    ['  -', words(flawWords[kind]), chain, n, about].filter((part) => part !== null).join(' '),
  )
  return [words(title), ...list].join('\n')
}
