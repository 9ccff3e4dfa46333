import '../../shared/rows.css'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { DeskPage, FollowedCase } from '../../../cases/story.contract.ts'
import type { Me } from '../../../people/contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal, sayProblem } from '../../api/problem.ts'
import { useRead, useReadPages } from '../../api/use-read.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { goToProblem } from '../../kit/focus.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { keepReceipt, tidyCode, useReceipts } from '../../shared/receipts.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { AccountCaseRow, ReceiptRow } from '../follow/case-rows.tsx'

export default function FollowPage() {
  const { follow } = useWords()
  useTitle(follow.title)
  const { data: me } = useRead<Me>('/api/me')
  const isSignedIn = me?.account?.kind === 'resident'
  return (
    <>
      <h1>{follow.title}</h1>
      <p className="lead">{follow.lead}</p>
      <Mine isSignedIn={isSignedIn} />
      {isSignedIn && <OfAccount />}
      <CodeForm />
    </>
  )
}

/** A code typed or carried by a link (`/follow#8F3K-…`: what follows the # is never sent or logged). */
function CodeForm() {
  const words = useWords()
  const { follow } = words
  const navigate = useNavigate()
  const linked = tidyCode(useLocation().hash)
  const [code, setCode] = useState(linked)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error !== undefined) goToProblem(form.current)
  }, [error])
  const find = useCallback(
    async (typed: string) => {
      const tidy = tidyCode(typed)
      if (tidy === '') return setError(follow.enterMissing)
      setBusy(true)
      setError(undefined)
      try {
        const found = await call<FollowedCase>('GET', '/api/follow', undefined, { receipt: tidy })
        const { number, acceptedAt, responseDueAt } = found
        keepReceipt({ number, code: tidy, acceptedAt, responseDueAt })
        await navigate({ to: `/follow/${number}` })
      } catch (problem) {
        const unknown = isRefusal(problem, 'not_found') || isRefusal(problem, 'sign_in_needed')
        setError(unknown ? follow.notFound : sayProblem(words, problem))
        setBusy(false)
      }
    },
    [follow, words, navigate],
  )
  const asked = useRef('')
  useEffect(() => {
    if (linked === '' || asked.current === linked) return
    asked.current = linked
    void find(linked)
  }, [linked, find])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void find(code)
  }
  return (
    <Card>
      <form ref={form} onSubmit={submit} noValidate>
        <TextField
          label={follow.enter}
          hint={follow.enterHint}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" wide busy={busy}>
          {follow.find}
        </Button>
      </form>
    </Card>
  )
}

/** What this phone keeps. That it keeps nothing is said only where no account is asked as well. */
function Mine({ isSignedIn }: { isSignedIn: boolean }) {
  const { follow } = useWords()
  const receipts = useReceipts()
  if (receipts.length === 0) return isSignedIn ? null : <NothingYet what={follow.none} />
  return (
    <Card title={follow.mineHere}>
      <ul className="rows">
        {receipts.map((receipt) => (
          <ReceiptRow key={receipt.number} receipt={receipt} />
        ))}
      </ul>
    </Card>
  )
}

function OfAccount() {
  const { follow, portal } = useWords()
  const reading = useReadPages<DeskPage>('/api/my/cases')
  return (
    <Card title={follow.mineAccount}>
      <RowPages reading={reading} none={<NothingYet what={portal.me.noCases} />}>
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <AccountCaseRow key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RowPages>
    </Card>
  )
}

function NothingYet({ what }: { what: string }) {
  const { follow, faces } = useWords()
  return (
    <Empty what={what} next={follow.noneNext}>
      <Link to="/report" className={buttonClass({ look: 'quiet' })}>
        {faces.portal.reportButton}
      </Link>
    </Empty>
  )
}
