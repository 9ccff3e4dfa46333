import type { ActionToTell } from '../cases/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { Notice, NoticeKind } from './contract.ts'
import type { Audience, Telling } from './telling.rule.ts'

/** Lines about a joint action of which somebody is told. */
export const actionKinds: ReadonlySet<string> = new Set([
  'action.opened',
  'action.tasks_added',
  'action.task_undone',
  'action.ended',
  'action.called_off',
  'action.hidden',
])

/** What a line of a joint action is told, and to whom: each unit of its own task, all of them of its end, and whoever leads. */
export function actionTellings({ kind, data }: JournalLine, action: ActionToTell): Telling[] {
  const say = (what: NoticeKind, unitIds: readonly string[], facts: Notice['facts'] = {}): Telling[] => [
    tellAction(action, what, { to: 'units', unitIds }, facts),
  ]
  switch (kind) {
    case 'action.opened':
    case 'action.tasks_added':
      return tasksIn(data).flatMap(({ unitId, dueAt }) => say('action_task', [unitId], { unitId, dueAt }))
    case 'action.task_undone':
      return [tellAction(action, 'action_undone', leadOf(action), { unitId: String(data.unitId) })]
    case 'action.ended':
      return say('action_ended', unitsIn(data))
    case 'action.called_off':
      return say('action_called_off', unitsIn(data))
    case 'action.hidden':
      return calledOffUnseen(unitsIn(data))
    default:
      return []
  }
}

const tasksIn = (data: JournalLine['data']) =>
  data.tasks as unknown as readonly { readonly unitId: string; readonly dueAt: string }[]
const unitsIn = (data: JournalLine['data']) => data.unitIds as readonly string[]

/** Who was getting ready must hear that nobody is needed: that alone, and not of which action. */
const calledOffUnseen = (unitIds: readonly string[]): Telling[] =>
  unitIds.length === 0
    ? []
    : [
        {
          ...{ kind: 'action_called_off', caseId: null, facts: {}, confidential: false },
          audience: { to: 'units', unitIds },
        },
      ]

/** The unit that leads the station, or the street where a whistle is coordinated. */
const leadOf = ({ leadUnitId, reach }: ActionToTell): Audience =>
  leadUnitId === null ? { to: 'deciders', areaIds: reach } : { to: 'units', unitIds: [leadUnitId] }

const tellAction = (
  { id: actionId, areaId, hidden }: ActionToTell,
  kind: NoticeKind,
  audience: Audience,
  facts: Notice['facts'],
): Telling => ({
  kind,
  caseId: null,
  facts: { actionId, areaId, ...facts },
  audience,
  confidential: hidden,
})
