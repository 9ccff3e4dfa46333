import './outbox.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { nowMs } from '../../clock.ts'
import { useWords } from '../../preferences.tsx'
import { momentFacts, sayMoment } from '../../words/time.ts'
import { keepReads } from './kept-reads.ts'
import { useStanding, watch } from './outbox.ts'
import { reloadNew, useNewVersion } from './service-worker.ts'
import { useOutboxWords } from './use-outbox-words.ts'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)

/** Starts what works without signal, and says how it stands: no network, what waits, a new version. */
export default function Bar() {
  const queries = useQueryClient()
  const [asOfMs, setAsOf] = useState<number | null>(null)
  useEffect(() => {
    const stopReads = keepReads(queries, setAsOf)
    const stopSending = watch(queries)
    return () => {
      stopReads()
      stopSending()
    }
  }, [queries])
  return (
    <>
      <OfflineLine asOfMs={asOfMs} />
      <WaitingLine />
      <VersionLine />
    </>
  )
}

function OfflineLine({ asOfMs }: { asOfMs: number | null }) {
  const { bar } = useOutboxWords()
  const isOnline = useOnline()
  if (isOnline) return null
  return (
    <p className="offline-bar">
      {bar.offline}
      {asOfMs !== null && bar.asOf(momentFacts(new Date(asOfMs).toISOString(), nowMs()).clock)}
    </p>
  )
}

/** How many wait and since when; what somebody must look at comes before all else. */
function WaitingLine() {
  const { bar } = useOutboxWords()
  const words = useWords()
  const { pieces, others, sending, needsSignIn, account } = useStanding()
  const { pathname } = useLocation()
  const stuck = pieces.filter(({ state }) => state === 'stuck').length
  const first = pieces[0]
  const line =
    first === undefined
      ? null
      : stuck > 0
        ? bar.stuck(stuck)
        : needsSignIn
          ? bar.signIn(pieces.length)
          : sending
            ? bar.sending(pieces.length)
            : bar.waiting(pieces.length, sayMoment(words, first.doneAt, nowMs()))
  return (
    <>
      {line !== null && (
        <p className={`offline-bar offline-bar__line${stuck > 0 ? ' offline-bar--stuck' : ''}`}>
          <span>{line}</span>
          {pathname !== '/outbox' && <Link to={needsSignIn ? '/sign-in' : '/outbox'}>{bar.open}</Link>}
        </p>
      )}
      {others > 0 && account === null && <p className="offline-bar">{bar.others(others)}</p>}
    </>
  )
}

/** Pages on which somebody writes: there nothing invites to leave. */
const writing = /^\/(report|case\/[^/]+\/|door|sign-in|security|stand-in)/

function VersionLine() {
  const { bar } = useOutboxWords()
  const { pathname } = useLocation()
  const isNew = useNewVersion()
  if (!isNew || writing.test(pathname)) return null
  return (
    <p className="offline-bar offline-bar__line">
      <span>{bar.update}</span>
      <button type="button" className="link-button" onClick={reloadNew}>
        {bar.reload}
      </button>
    </p>
  )
}
