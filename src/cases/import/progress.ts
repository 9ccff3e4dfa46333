import type { Ctx } from '../../platform/ctx.ts'
import { progressOf } from '../../platform/http/running.ts'
import type { ImportProgress } from './contract.ts'

/** How far the asker's own import has come, in rows; null where none runs under this id. */
export function importProgress(ctx: Ctx, runId: string): ImportProgress {
  ctx.must('import.run')
  return progressOf(ctx, runId)
}
