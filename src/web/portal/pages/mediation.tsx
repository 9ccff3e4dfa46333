import '../../shared/rows.css'
import { Link, useLocation, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { tidyCode, useReceipts } from '../../shared/receipts.ts'
import { AskForm } from '../mediation/ask-form.tsx'
import { OwnMediationView } from '../mediation/own-mediation-view.tsx'
import { useMediationWords, useOwnMediations } from '../mediation/use-own.ts'

/** For which own report it is asked: by the receipt that this phone keeps, or by id from an account. */
interface For {
  readonly number?: string
  readonly case?: string
}

/** 人民调解 for its parties: by an own report, by the account, or by the code that the community gave. */
export default function MediationPage() {
  const said = useMediationWords()
  const search: For = useSearch({ strict: false })
  const kept = useReceipts().find(({ number }) => number === String(search.number ?? ''))
  const linked = tidyCode(useLocation().hash)
  const [code, setCode] = useState(linked)
  const receipt = kept?.code ?? (code === '' ? undefined : code)
  const path =
    kept !== undefined
      ? '/api/follow/mediation'
      : search.case === undefined
        ? null
        : `/api/my/cases/${search.case}/mediation`
  useTitle(said.title)
  return (
    <>
      <h1>{said.title}</h1>
      <p className="lead">{said.lead}</p>
      <Mine receipt={receipt} ask={path} caseId={search.case} byCode={kept === undefined && code !== ''} />
      {path === null && <CodeForm start={code} onCode={setCode} />}
      <p>
        <Link to="/ways" className="more-link">
          {said.toWays}
        </Link>
      </p>
    </>
  )
}

function Mine({
  receipt,
  ask,
  caseId,
  byCode,
}: {
  receipt: string | undefined
  /** Where it is asked for, for an own report. */
  ask: string | null
  caseId: string | undefined
  byCode: boolean
}) {
  const said = useMediationWords()
  // By a receipt all that it opens is of that report.
  const reading = useOwnMediations(receipt, caseId)
  return (
    <Shown reading={reading}>
      {({ pages }) => {
        const shown = pages.flatMap(({ rows }) => rows)
        const isOpen = shown.some(({ stage }) => !['closed', 'ended', 'withdrawn'].includes(stage))
        return (
          <>
            {shown.map((found) => (
              <OwnMediationView key={found.id} found={found} receipt={receipt} />
            ))}
            {reading.hasNextPage && (
              <Button
                look="quiet"
                wide
                busy={reading.isFetchingNextPage}
                onClick={() => reading.fetchNextPage()}
              >
                {said.older}
              </Button>
            )}
            {ask !== null && !isOpen && <AskForm path={ask} receipt={receipt} />}
            {ask === null && shown.length === 0 && (
              <Empty what={byCode ? said.code.none : said.none} next={said.noneNext} />
            )}
          </>
        )
      }}
    </Shown>
  )
}

/** A code typed, or carried by a link: what follows the # is never sent or logged. */
function CodeForm({ start, onCode }: { start: string; onCode(code: string): void }) {
  const { code: said } = useMediationWords()
  const [typed, setTyped] = useState(start)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCode(tidyCode(typed))
  }
  return (
    <Card title={said.title}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={said.label}
          hint={said.hint}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={20}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" wide>
          {said.send}
        </Button>
      </form>
    </Card>
  )
}
