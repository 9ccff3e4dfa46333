import './compare.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { JoinCase } from '../../../../cases/acts.contract.ts'
import type { Duplicate } from '../../../../cases/screening.contract.ts'
import type { CaseStory } from '../../../../cases/story.contract.ts'
import { Button } from '../../../kit/button.tsx'
import { Loading, Refused } from '../../../kit/states.tsx'
import { isTyping, somethingOpen } from '../../../shared/keys.ts'
import { ActDialog } from '../../act-dialog.tsx'
import { useWords } from '../../words.ts'
import { useAct } from '../use-act.ts'
import { useDuplicates } from '../use-case.ts'
import { useApart } from './apart.ts'
import { Compared, Why } from './compared.tsx'
import type { ActFormProps } from './forms.ts'

/** Cases near in words, place and time, one at a time beside this one, to be joined or set apart. */
export function Duplicates({ story }: ActFormProps) {
  const { compare: said } = useWords().consoleDesk
  const { data, error, refetch } = useDuplicates(story.id)
  const apart = useApart(story.id)
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const left = data.duplicates.filter(({ id }) => !apart.ids.has(id))
  const seen = data.duplicates.length - left.length
  const candidate = left[0]
  return (
    <section className="duplicates" aria-label={said.heading}>
      <h4>
        {said.heading}
        {candidate !== undefined && data.duplicates.length > 1 && (
          <small> {said.place(seen + 1, data.duplicates.length)}</small>
        )}
      </h4>
      {candidate === undefined ? (
        <p className="act-form__hint">{seen > 0 ? said.noneLeft : said.none}</p>
      ) : (
        <Comparison
          key={candidate.id}
          story={story}
          candidate={candidate}
          onApart={() => apart.say(candidate.id)}
        />
      )}
      {seen > 0 && (
        <button type="button" className="text-button" onClick={apart.lookAgain}>
          {said.lookAgain(seen)}
        </button>
      )}
    </section>
  )
}

/** Two reports side by side: words, place, time, photographs; then one of two buttons, or one of two keys. */
function Comparison({
  story,
  candidate,
  onApart,
}: {
  story: CaseStory
  candidate: Duplicate
  onApart(): void
}) {
  const { compare: said } = useWords().consoleDesk
  const [joining, setJoining] = useState(false)
  const mayJoin = story.can.includes('join')
  useCompareKeys({ m: () => mayJoin && setJoining(true), n: onApart })
  const own = {
    number: story.number,
    words: story.words,
    place: story.place,
    acceptedAt: story.acceptedAt,
    stage: story.stage,
    unit: null,
    photos: story.photos.filter(({ purpose }) => purpose === 'report').map(({ fileId }) => fileId),
  }
  return (
    <>
      <Why story={story} candidate={candidate} />
      <div className="compare">
        <Compared heading={said.own} one={own} shared={candidate.shared} />
        <Compared heading={said.other} one={candidate} shared={candidate.shared} />
      </div>
      <div className="compare__acts">
        {mayJoin && (
          <Button aria-keyshortcuts="m" onClick={() => setJoining(true)}>
            {said.join}
          </Button>
        )}
        <Button look="quiet" aria-keyshortcuts="n" onClick={onApart}>
          {said.not}
        </Button>
        <Link className="compare__open" to="/cases/$id" params={{ id: candidate.id }} target="_blank">
          {said.open}
        </Link>
      </div>
      <small className="compare__keys">{said.keys}</small>
      {joining && <ConfirmJoin caseId={story.id} into={candidate} onClose={() => setJoining(false)} />}
    </>
  )
}

function useCompareKeys(keys: Readonly<Record<'m' | 'n', () => void>>) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || somethingOpen()) return
      if (event.key !== 'm' && event.key !== 'n') return
      event.preventDefault()
      latest.current[event.key]()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
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
  const { join: said } = useWords().consoleCase
  const act = useAct<Omit<JoinCase, 'requestId'>>(caseId, 'join', onClose)
  return (
    <ActDialog
      title={said.confirmTitle(into.number)}
      onClose={onClose}
      label={said.send}
      autoFocus
      act={act}
      onConfirm={() => act.mutate({ body: { into: into.id } })}
    >
      <p>{said.confirm}</p>
    </ActDialog>
  )
}
