import type { Ctx } from '../../platform/ctx.ts'
import { moveTexts, shareTexts } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { moveAction } from './action.rule.ts'
import { loadTasks, saveAction, saveTasks } from './action.sql.ts'
import { letGo } from './answer-action.ts'
import { stationLine } from './events.ts'
import { selectActionsOfCase } from './move-reach.sql.ts'

/**
 * The case that a whistle was blown for turned out to be confidential: the actions of its whistles leave the sight of all
 * but the centre, with their plans, tasks and words, and are called off. In the transaction that screens the case.
 */
export async function hideActions(ctx: Ctx, tx: Tx, caseId: string, reach: readonly string[]): Promise<void> {
  const now = ctx.clock.now()
  for (const action of await selectActionsOfCase(tx, caseId)) {
    const tasks = await loadTasks(tx, [action.id])
    const isOpen = action.stage === 'open'
    const seq = action.seq + 1
    const over = isOpen ? { stage: moveAction(action.stage, 'called_off'), overAt: now } : {}
    const left = isOpen ? letGo(tasks) : []
    const leftById = new Map(left.map((task) => [task.id, task]))
    const unseen = { reach, units: [] }
    await saveTasks(
      tx,
      tasks.map((task) => ({ ...(leftById.get(task.id) ?? task), ...unseen })),
    )
    await saveAction(tx, action, { ...action, ...over, ...unseen, hidden: true, seq })
    await moveTexts(tx, [action.id], reach)
    await shareTexts(tx, action.id, [])
    const unitIds = [...new Set(left.map(({ unitId }) => unitId))]
    const data = { reach: [...reach], unitIds }
    const place = { chain: action.chain, subject: action.id, seq, occurredAt: now }
    tx.record(stationLine('action.hidden', { ...place, data }))
  }
}
