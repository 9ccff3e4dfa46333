import '../rows.css'
import './account.css'
import { useState } from 'react'
import type { EndedSessions, OwnSession } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { sayMoment } from '../../words/time.ts'
import { useAccountWords } from './use-account-words.ts'

/** Where one is signed in: each device in words, to be signed out from here. */
export function SessionsCard({
  sessions,
  onChanged,
}: {
  sessions: readonly OwnSession[]
  onChanged(): void
}) {
  const { sessions: said } = useAccountWords()
  const say = useSay()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const end = async (what: string, words: (ended: number) => string) => {
    if (busy !== null) return
    setBusy(what)
    setError(null)
    try {
      const { ended } = await call<EndedSessions>('POST', `/api/my/sessions/${what}`, {})
      say(words(ended))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(null)
      onChanged()
    }
  }
  return (
    <Card title={said.title}>
      <p className="field__hint">{said.hint}</p>
      <FormError error={error} />
      <ul className="rows">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            busy={busy === `${session.id}/end`}
            onEnd={() => end(`${session.id}/end`, () => said.ended)}
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          look="quiet"
          wide
          busy={busy === 'end-others'}
          onClick={() => end('end-others', said.endedOthers)}
        >
          {said.endOthers}
        </Button>
      )}
    </Card>
  )
}

function SessionRow({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd(): void }) {
  const words = useWords()
  const { sessions: said } = useAccountWords()
  const device = said.device(session.system, session.browser)
  const now = nowMs()
  return (
    <li className="device">
      <div className="device__said">
        <span className="row__title">{device}</span>
        {session.isThis && <small>{said.isThis}</small>}
        <small>
          {words.common.facts(
            said.from(session.sourceMasked),
            said.opened(sayMoment(words, session.openedAt, now)),
          )}
        </small>
        <small>{said.seen(sayMoment(words, session.seenAt, now))}</small>
      </div>
      {!session.isThis && (
        <Button look="quiet" busy={busy} aria-label={said.endOf(device)} onClick={onEnd}>
          {said.end}
        </Button>
      )}
    </li>
  )
}
