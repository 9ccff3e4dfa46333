import '../books.css'
import '../register/register.css'
import '../visits/visits.css'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { VisitNeed, VisitRule, VisitRules } from '../../../visits/contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay, sayDate } from '../../words/time.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'

/** How often homes are visited, by need, as dated data: read by all who see the plan, set by the district. */
export default function VisitRulesPage() {
  const said = useWords().consoleVisits
  const me = useSignedIn()
  const isOpen = mayDo(me, 'register.count') || mayDo(me, 'matter.manage')
  const reading = useRead<VisitRules>(isOpen ? '/api/visit-rules' : null)
  useTitle(said.ruleTitle)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.ruleTitle}</h1>
      <p className="book__lead">{said.ruleLead}</p>
      {mayDo(me, 'register.count') && (
        <p className="no-print">
          <Link to="/visits">{said.back}</Link>
        </p>
      )}
      <Shown reading={reading}>
        {({ inForce, coming, can }) => (
          <>
            <Rules label={said.ruleTitle} rules={inForce} />
            {coming.length > 0 && (
              <section>
                <h2>{said.coming}</h2>
                <Rules label={said.coming} rules={coming} />
              </section>
            )}
            {can.set && <SetRule />}
          </>
        )}
      </Shown>
    </div>
  )
}

function Rules({ label, rules }: { label: string; rules: readonly VisitRule[] }) {
  const words = useWords()
  const said = words.consoleVisits
  return (
    <Wide label={label}>
      <table className="register__counts">
        <thead>
          <tr>
            <th scope="col">{said.need}</th>
            <th scope="col">{said.days}</th>
            <th scope="col">{said.since}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ need, days, validFrom }) => (
            <tr key={JSON.stringify([need, validFrom])}>
              <th scope="row">{said.needs[need]}</th>
              <td>{said.daysUnit(days)}</td>
              <td>{validFrom === null ? said.always : sayDate(words, validFrom)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function SetRule() {
  const said = useWords().consoleVisits
  const say = useSay()
  const [need, setNeed] = useState<VisitNeed>('living_alone')
  const [days, setDays] = useState('')
  const [validFrom, setValidFrom] = useState(() => localDay(nowMs()))
  const [tried, setTried] = useState(false)
  const act = useAct('/api/visit-rules', {
    onDone: () => {
      say(said.setDone)
      setDays('')
      setTried(false)
    },
  })
  const number = Number(days)
  const isWrong = !Number.isInteger(number) || number < 1 || number > 730
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isWrong && validFrom !== '') act.mutate({ need, days: number, validFrom })
  }
  return (
    <section className="panel no-print">
      <h2>{said.set}</h2>
      <form onSubmit={send} noValidate>
        <div className="visits__filters">
          <SelectField label={said.need} value={need} onChoose={(next) => setNeed(next as VisitNeed)}>
            {(Object.keys(said.needs) as VisitNeed[]).map((one) => (
              <option key={one} value={one}>
                {said.needs[one]}
              </option>
            ))}
          </SelectField>
          <TextField
            label={said.days}
            inputMode="numeric"
            maxLength={3}
            value={days}
            error={tried && isWrong ? said.daysMissing : undefined}
            onChange={(event) => setDays(event.target.value)}
          />
          <TextField
            type="date"
            label={said.since}
            value={validFrom}
            onChange={(event) => setValidFrom(event.target.value)}
          />
        </div>
        <FormError error={act.error} />
        <Button type="submit" busy={act.isPending}>
          {said.save}
        </Button>
      </form>
    </section>
  )
}
