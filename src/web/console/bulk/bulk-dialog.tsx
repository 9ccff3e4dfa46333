import { useState } from 'react'
import type { CaseRow } from '../../../cases/story.contract.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Refused } from '../../kit/states.tsx'
import { isReason } from '../case/acts/reason.ts'
import { useWords } from '../words.ts'
import { type BulkAct, type BulkChoice, subjectsOf, wayBack } from './bulk-acts.ts'
import { BulkChoices } from './bulk-choices.tsx'
import { BulkRows, Rehearsed } from './bulk-rows.tsx'
import { useBulkRun, useRehearsal } from './use-bulk.ts'

/** Many rows, one act: what each would get, then done row by row with every result in sight. */
export function BulkDialog({
  act,
  rows,
  onClose,
}: {
  act: BulkAct
  rows: readonly CaseRow[]
  onClose(anythingDone: boolean): void
}) {
  const { consoleDesk } = useWords()
  const { bulk: said } = consoleDesk
  // The one that was reported first takes the others in, until a person says otherwise.
  const first = rows.reduce((a, b) => (b.acceptedAt < a.acceptedAt ? b : a))
  const [choice, setChoice] = useState<BulkChoice>({ into: first.id, granted: true, reason: '' })
  const caseIds = subjectsOf(act, rows, choice)
  const ready = act !== 'decide' || choice.granted || isReason(choice.reason)
  const rehearsal = useRehearsal(act, caseIds, choice, ready)
  const { run, begin, again, stop, undo } = useBulkRun(act, choice)
  const able = (rehearsal.data ?? []).filter(({ refusal }) => refusal === null)
  const failed = run?.rows.filter(({ state }) => state === 'waiting') ?? []
  const byId = new Map(rows.map((row) => [row.id, row]))
  const matterOf = (id: string) => byId.get(id)?.matter?.code
  const close = () => onClose(run?.rows.some(({ state }) => state === 'done') ?? false)
  return (
    <Dialog
      wide
      title={said.title(said.acts[act], rows.length)}
      onClose={() => !run?.running && close()}
      acts={
        run === null ? (
          <>
            {able.length > 0 && (
              <Button onClick={() => void begin(rehearsal.data ?? [])}>{said.doIt[act](able.length)}</Button>
            )}
            <Button look="quiet" onClick={close}>
              {said.close}
            </Button>
          </>
        ) : (
          <RunButtons
            running={run.running}
            failed={failed.length}
            onStop={stop}
            onAgain={again}
            onClose={close}
          />
        )
      }
    >
      {run === null ? (
        <>
          <p>{said.lead}</p>
          <BulkChoices act={act} rows={rows} choice={choice} onChange={setChoice} />
          <Preview rehearsal={rehearsal} asked={ready && caseIds.length > 0} rows={byId} />
        </>
      ) : (
        <BulkRows
          run={run}
          rows={byId}
          act={act}
          onUndo={(row) => {
            const back = wayBack(act, row.rehearsed, choice, matterOf)
            return back === null ? null : () => void undo(row, back)
          }}
        />
      )}
    </Dialog>
  )
}

/** What each would get, as soon as it is known. */
function Preview({
  rehearsal: { data, error, refetch },
  asked,
  rows,
}: {
  rehearsal: ReturnType<typeof useRehearsal>
  asked: boolean
  rows: ReadonlyMap<string, CaseRow>
}) {
  const { bulk: said } = useWords().consoleDesk
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <p role="status">{asked ? said.checking : null}</p>
  return <Rehearsed rehearsed={data} rows={rows} />
}

function RunButtons({
  running,
  failed,
  onStop,
  onAgain,
  onClose,
}: {
  running: boolean
  failed: number
  onStop(): void
  onAgain(): Promise<void>
  onClose(): void
}) {
  const { bulk: said } = useWords().consoleDesk
  if (running)
    return (
      <Button look="quiet" onClick={onStop}>
        {said.stop}
      </Button>
    )
  return (
    <>
      <Button onClick={onClose}>{said.close}</Button>
      {failed > 0 && (
        <Button look="quiet" onClick={() => void onAgain()}>
          {said.again}
        </Button>
      )}
    </>
  )
}
