import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportOverview, TakeRows } from '../../../people/register/import/contract.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActDialog } from '../act-dialog.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { Progress } from './progress.tsx'
import type { Filter } from './row-filters.tsx'
import { dropImport, useLookAgain, useTakeIn, useUndo } from './use-register-import.ts'

interface ImportActsProps {
  readonly overview: ImportOverview
  readonly filter: Filter
  readonly chosen: ReadonlySet<number>
  onTaken(): void
}

/** What may be done with an import now: take it in, whole or in part, undo it, give it up. */
export function ImportActs({ overview, filter, chosen, onTaken }: ImportActsProps) {
  const { consoleRegisterImport: said } = useWords()
  const say = useSay()
  const take = useTakeIn(overview.id)
  const undo = useUndo(overview.id)
  const { states } = overview
  const isBusy = take.run.isPending || undo.run.isPending
  const takeIn = (rows: TakeRows) => {
    const before = states.taken ?? 0
    undo.run.reset()
    take.run.mutate(rows, {
      onSuccess: (now) => {
        onTaken()
        say(said.take.done((now.states.taken ?? 0) - before))
      },
    })
  }
  const undoAll = () => {
    take.run.reset()
    undo.run.mutate(null, { onSuccess: (now) => say(said.undo.done(now.states.undone ?? 0)) })
  }
  return (
    <>
      {!isBusy && <TakeActs overview={overview} filter={filter} chosen={chosen} onTake={takeIn} />}
      {take.run.isPending && (
        <Progress
          done={take.progress?.done ?? 0}
          of={take.progress?.of ?? 0}
          says={said.progress.taking(take.progress?.done ?? 0, take.progress?.of ?? 0)}
        />
      )}
      {undo.run.isPending && (
        <Progress
          done={undo.progress?.done ?? 0}
          of={undo.progress?.of ?? 0}
          says={said.progress.undoing(undo.progress?.done ?? 0, undo.progress?.of ?? 0)}
        />
      )}
      <FormProblem error={take.run.error ?? undo.run.error} />
      {!isBusy && <WaysBack overview={overview} onUndo={undoAll} />}
    </>
  )
}

/** Undoing what was taken in, or giving up what was only read; each is asked first. */
function WaysBack({ overview, onUndo }: { overview: ImportOverview; onUndo(): void }) {
  const { consoleRegisterImport: said } = useWords()
  const [asking, setAsking] = useState<'undo' | 'drop' | null>(null)
  const { state, states } = overview
  const mayUndo = (states.taken ?? 0) > 0 && ['taken', 'taking', 'undoing'].includes(state)
  const mayDrop = state === 'read' || state === 'reading'
  if (!mayUndo && !mayDrop) return null
  const close = () => setAsking(null)
  const undo = () => {
    close()
    onUndo()
  }
  return (
    <>
      <p className="register-import__ways">
        {mayUndo && (
          <button type="button" className="text-button" onClick={() => setAsking('undo')}>
            {state === 'undoing' ? said.undo.goOn : said.undo.act}
          </button>
        )}
        {mayDrop && (
          <button type="button" className="text-button" onClick={() => setAsking('drop')}>
            {said.drop.act}
          </button>
        )}
      </p>
      {asking === 'undo' && (
        <ActDialog title={said.undo.ask} onClose={close} label={said.undo.act} look="danger" onConfirm={undo}>
          <p>{said.undo.askNext}</p>
        </ActDialog>
      )}
      {asking === 'drop' && <DropDialog id={overview.id} onClose={close} />}
    </>
  )
}

function TakeActs({
  overview: { state, states, total },
  filter,
  chosen,
  onTake,
}: Omit<ImportActsProps, 'onTaken'> & { onTake(rows: TakeRows): void }) {
  const { take: said } = useWords().consoleRegisterImport
  const { waiting = 0, asked = 0 } = states
  if (!['read', 'taking', 'taken'].includes(state) || total === 0) return null
  const change = filter.change ?? undefined
  const sheet = filter.sheet ?? undefined
  const isFiltered = change !== undefined || sheet !== undefined
  return (
    <>
      {asked > 0 && <p>{said.asked(asked)}</p>}
      {waiting === 0 && state === 'read' && <p>{said.nothing}</p>}
      {waiting > 0 && (
        <div className="people__acts">
          {chosen.size > 0 && (
            <Button onClick={() => onTake({ rows: [...chosen] })}>{said.chosen(chosen.size)}</Button>
          )}
          <Button look={chosen.size > 0 ? 'quiet' : 'main'} onClick={() => onTake({})}>
            {state === 'taking' ? said.goOn : said.all(waiting)}
          </Button>
          {isFiltered && (
            <Button
              look="quiet"
              onClick={() => onTake({ ...(change ? { change } : {}), ...(sheet ? { sheet } : {}) })}
            >
              {said.filtered}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function DropDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { drop: said } = useWords().consoleRegisterImport
  const say = useSay()
  const lookAgain = useLookAgain()
  const drop = useMutation({
    mutationFn: () => dropImport(id),
    onSuccess: () => {
      say(said.done)
      onClose()
      return lookAgain()
    },
  })
  return (
    <ActDialog
      title={said.ask}
      onClose={onClose}
      label={said.act}
      look="danger"
      act={drop}
      onConfirm={() => drop.mutate()}
    >
      <p>{said.askNext}</p>
    </ActDialog>
  )
}
