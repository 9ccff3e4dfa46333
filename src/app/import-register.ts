import { writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import {
  type ImportOverview,
  readRegisterFile,
  returnedRegisterSheet,
  takeInRegister,
  undoRegisterImport,
} from '../people/door.ts'
import type { Outcome, Run } from './command.ts'
import { inDistrict, mustBeFile, mustBeFolder } from './in-district.ts'
import type { Both } from './terminal.ts'

export interface RegisterOptions {
  /** Only reads, and says what would change. */
  readonly try?: boolean
  readonly returned?: string
}

/** Brings a file of homes and people into the register; with `--try` only says what it would change. */
export async function importRegister(its: Run, file: string, options: RegisterOptions): Promise<Outcome> {
  const path = resolve(file)
  await mustBeFile(path)
  const back = resolve(options.returned ?? `${basename(path).replace(/\.\w{1,7}$/, '')}-returned.xlsx`)
  await mustBeFolder(dirname(back))
  const reading = its.terminal.progress({ zh: '读取', en: 'Reading' })
  const taking = its.terminal.progress({ zh: '写入', en: 'Taking in' })
  try {
    return await inDistrict(its, async (ctx) => {
      const sent = { source: path, name: basename(path) }
      const read = await readRegisterFile(ctx, sent, { onProgress: reading.show })
      reading.end()
      const refused = read.states.refused ?? 0
      // Where the terminal names no language of ours the sheet is in Chinese, as the file is.
      const language = its.terminal.words({ zh: 'zh', en: 'en' }) === 'en' ? 'en' : 'zh'
      if (refused > 0) await writeFile(back, await returnedRegisterSheet(ctx, read.id, language))
      const done = options.try ? read : await takeInRegister(ctx, read.id, {}, { onProgress: taking.show })
      return {
        isGood: true,
        answer: { ...done, returned: refused > 0 ? back : null },
        words: wordsOf(done, read, refused > 0 ? back : null),
      }
    })
  } finally {
    reading.end()
    taking.end()
  }
}

/** Undoes an import by its id. */
export async function undoImportOfRegister(its: Run, importId: string): Promise<Outcome> {
  const progress = its.terminal.progress({ zh: '撤销', en: 'Undoing' })
  try {
    return await inDistrict(its, async (ctx) => {
      const undone = await undoRegisterImport(ctx, importId, { onProgress: progress.show })
      const { undone: rows = 0, kept = 0 } = undone.states
      return {
        isGood: true,
        answer: undone,
        words: {
          zh: `已撤销 ${rows} 行；${kept} 行之后有人改过，保持不动。`,
          en: `${rows} rows undone; ${kept} stay, since somebody changed them afterwards.`,
        },
      }
    })
  } finally {
    progress.end()
  }
}

function wordsOf(done: ImportOverview, read: ImportOverview, returned: string | null): Both {
  const { taken = 0, waiting = 0, same = 0, asked = 0, refused = 0, stale = 0 } = done.states
  const { home_added: homes = 0, person_added: people = 0, moved_in: moves = 0 } = read.changes
  const { moved_out: left = 0, corrected = 0 } = read.changes
  const both: Both = {
    zh: [
      `编号 ${done.id}：共 ${done.total} 行，已写入 ${taken}，待写入 ${waiting}，没有变化 ${same}，要您确认 ${asked}，退回 ${refused}，期间已被改动 ${stale}。`,
      `变化：新增房屋 ${homes} 套、人员 ${people} 人，入住 ${moves} 人次，迁出 ${left} 人次，更正 ${corrected} 处。`,
      returned ? `退回表：${returned}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    en: [
      `Import ${done.id}: ${done.total} rows, ${taken} taken in, ${waiting} waiting, ${same} the same, ${asked} to be decided, ${refused} refused, ${stale} changed meanwhile.`,
      `Changes: ${homes} homes and ${people} people added, ${moves} moves in, ${left} moves out, ${corrected} corrections.`,
      returned ? `Returned sheet: ${returned}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  }
  return both
}
