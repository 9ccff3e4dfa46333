import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import type { Piece } from './piece.ts'
import { isHeld } from './queue.rule.ts'
import { backToForm, discard } from './settle.ts'
import { useOutboxWords } from './use-outbox-words.ts'

// Most pieces are taken as they are.
const Conflict = lazy(async () => ({ default: (await import('./conflict.tsx')).Conflict }))

/** What a person wrote in it, where they wrote anything. */
const wordsOf = ({ body, draft }: Piece): string | null => {
  const said =
    body.heard ?? body.note ?? body.reason ?? body.words ?? (draft as { words?: unknown } | undefined)?.words
  return typeof said === 'string' && said !== '' ? said : null
}

/** One piece of work that waits: what, about what, when it was done, how it stands. */
export function PieceCard({
  piece,
  pieces,
  sending,
}: {
  piece: Piece
  pieces: readonly Piece[]
  sending: boolean
}) {
  const { words, language } = usePreferences()
  const said = useOutboxWords()
  const state = isHeld(piece, pieces)
    ? 'held'
    : piece.state === 'waiting' && sending && pieces[0]?.n === piece.n
      ? 'sending'
      : piece.state
  const isReport = piece.act === 'report' || piece.act === 'solved'
  const about = isReport
    ? null
    : nameIn(language, piece.about) || (piece.caseId === null ? null : said.noMatter)
  const wrote = wordsOf(piece)
  return (
    <Card
      title={words.common.facts(said.acts[piece.act], about)}
      {...(state === 'stuck' ? { edge: 'red' as const } : {})}
    >
      {wrote !== null && (
        <p className="case-card__words" {...tongueOf(wrote)}>
          {wrote}
        </p>
      )}
      <p>
        <strong>{said.states[state]}</strong>
        <br />
        <small>
          {words.common.facts(
            said.doneAt(sayMoment(words, piece.doneAt, nowMs())),
            piece.photos.length > 0 && said.photos(piece.photos.length),
          )}
        </small>
      </p>
      {isReport && state === 'waiting' && <p className="field__hint">{said.call}</p>}
      {state === 'stuck' && (
        <Suspense fallback={null}>
          <Conflict piece={piece} />
        </Suspense>
      )}
      {state !== 'sending' && <PieceFoot piece={piece} />}
    </Card>
  )
}

/** What is written can be changed while it waits; and nobody must send what they no longer want to say. */
function PieceFoot({ piece }: { piece: Piece }) {
  const said = useOutboxWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const form = formOf(piece)
  const change = async () => {
    if (form === null) return
    const to = await backToForm(queries, piece, form)
    say(said.changed)
    await navigate({ to })
  }
  const drop = async () => {
    setAsking(false)
    await discard(queries, piece)
    say(said.discarded)
  }
  return (
    <div className="piece__acts">
      {form !== null && (
        <button type="button" className="link-button" onClick={() => void change()}>
          {said.change}
        </button>
      )}
      <button type="button" className="link-button" onClick={() => setAsking(true)}>
        {said.discard}
      </button>
      {asking && (
        <ConfirmDialog
          look="danger"
          title={said.discardAsk}
          label={said.discard}
          onConfirm={() => void drop()}
          onClose={() => setAsking(false)}
        >
          <p>{said.discardNext}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

/** The form in which it was written; a tap has none. */
const formOf = ({ act }: Piece): 'note' | 'resolve' | 'report' | null => {
  if (act === 'report' || act === 'solved') return 'report'
  return act === 'note' || act === 'resolve' ? act : null
}
