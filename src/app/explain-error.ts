import { Refusal } from '../kernel/refusal.ts'
import { sqlState } from '../platform/database.ts'
import { NewerDatabase } from '../platform/migrate.ts'
import { StartProblem } from '../platform/start-problem.ts'
import { problems } from './problems.ts'

/** An end that the program means, in both languages, as the terminal and a machine's answer show it. */
export interface Explained {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly remedy: string | null
  readonly exitCode: 1 | 2
}

/** Puts an error that has a cause outside the code into a sentence. Null: it is a bug. */
export async function explainError(error: unknown): Promise<Explained | null> {
  if (error instanceof Refusal) return explainRefusal(error)
  const problem = error instanceof StartProblem ? error : problemOf(error)
  if (!problem) return null
  const { code, sentenceZh: zh, sentenceEn: en, remedy } = problem
  return { code, zh, en, remedy, exitCode: code === 'setting_wrong' ? 2 : 1 }
}

/** The same words as at a desk in the browser. */
async function explainRefusal({ code, facts }: Refusal): Promise<Explained> {
  const { consoleWords } = await import('../web/words/console.ts')
  const { zh, en } = consoleWords
  return {
    code,
    zh: zh.refusals.byCode[code](facts),
    en: en.refusals.byCode[code](facts),
    remedy: null,
    exitCode: 1,
  }
}

const pathErrors = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])
const lostErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])
/** SQLSTATEs of a server that is stopping or has crashed, and class 08: connections that broke. */
const lostStates = /^(57P0[1-3]|08...)$/

function problemOf(error: unknown): StartProblem | null {
  if (error instanceof NewerDatabase) return problems.newerDatabase(error.migration, error)
  const state = sqlState(error)
  if (state !== undefined) {
    if (state === '53100') return problems.diskFull(error)
    return lostStates.test(state) ? problems.databaseGone(error) : null
  }
  const { code = '', path } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return problems.diskFull(error)
  if (lostErrors.has(code)) return problems.databaseGone(error)
  return path !== undefined && pathErrors.has(code) ? problems.pathUnusable(path, error) : null
}
