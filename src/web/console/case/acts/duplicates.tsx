import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { JoinCase } from '../../../../cases/acts.contract.ts'
import type { Duplicate } from '../../../../cases/story.contract.ts'
import { nowMs } from '../../../clock.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Loading, Refused } from '../../../kit/states.tsx'
import { sayMoment } from '../../../words/time.ts'
import { FormProblem } from '../../form-problem.tsx'
import { useWords } from '../../words.ts'
import { useAct } from '../use-act.ts'
import { useDuplicates } from '../use-case.ts'
import type { ActFormProps } from './forms.ts'

/** Cases near in words, place and time, each with why it may be the same, and the way to join this one to it. */
export function Duplicates({ story }: ActFormProps) {
  const words = useWords()
  const { join: said } = words.consoleCase
  const { data, error, refetch } = useDuplicates(story.id)
  const [joining, setJoining] = useState<{ id: string; number: string } | null>(null)
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  return (
    <section className="duplicates" aria-label={said.heading}>
      <h4>{said.heading}</h4>
      {data.duplicates.length === 0 && <p className="act-form__hint">{said.none}</p>}
      <ul>
        {data.duplicates.map((one) => (
          <li key={one.id}>
            <Link to="/cases/$id" params={{ id: one.id }} target="_blank">
              {one.number}
            </Link>{' '}
            <small>{whyAlike(words, one)}</small>
            {one.summary !== null && <p>{one.summary}</p>}
            {story.can.includes('join') && (
              <button type="button" className="text-button" onClick={() => setJoining(one)}>
                {said.joinTo(one.number)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {joining !== null && <ConfirmJoin caseId={story.id} into={joining} onClose={() => setJoining(null)} />}
    </section>
  )
}

const whyAlike = (words: ReturnType<typeof useWords>, one: Duplicate): string => {
  const { join } = words.consoleCase
  return [
    words.cases.stages[one.stage],
    sayMoment(words, one.acceptedAt, nowMs()),
    join.alike(one.alikePercent),
    ...(one.metres === null ? [] : [join.metres(one.metres)]),
  ].join(' · ')
}

/** Asked first: each reporter then gets the other case's answer. */
export function ConfirmJoin({
  caseId,
  into,
  onClose,
}: {
  caseId: string
  into: { readonly id: string; readonly number: string }
  onClose(): void
}) {
  const words = useWords()
  const { join: said } = words.consoleCase
  const act = useAct<Omit<JoinCase, 'requestId'>>(caseId, 'join', onClose)
  return (
    <Dialog
      title={said.confirmTitle(into.number)}
      onClose={onClose}
      acts={
        <>
          <Button busy={act.isPending} onClick={() => act.mutate({ body: { into: into.id } })}>
            {said.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.common.actions.cancel}
          </Button>
        </>
      }
    >
      <FormProblem error={act.error} />
      <p>{said.confirm}</p>
    </Dialog>
  )
}
